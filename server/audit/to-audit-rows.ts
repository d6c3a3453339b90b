import type { Tx } from "#db/client.ts";
import type { AuditEntry } from "#db/queries/audit.ts";
import { findNames } from "#db/queries/audit-names.ts";
import type { Actor } from "#server/auth/actor.ts";
import { mayPass } from "#server/auth/rules/permissions.ts";
import { actionWords } from "./rules/action-groups.ts";
import { detailsOf } from "./rules/detail-words.ts";
import { subjectWords } from "./rules/subject-words.ts";
import type { AuditLink, AuditRow } from "./schemas.ts";

/** Entries as people read them: what they name is looked up for all of them at once. */
export async function toAuditRows(tx: Tx, actor: Actor, entries: AuditEntry[]): Promise<AuditRow[]> {
  const names = await findNames(tx, actor.scope, entries.flatMap(idsOf));
  const linkOf = (id: string): AuditLink => forReader(actor, subjectWords(id, names.get(id)));
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at.toISOString(),
    who: entry.userId && (names.get(entry.userId)?.name ?? "A former user"),
    what: actionWords(entry.action),
    about: linkOf(entry.subject),
    ip: entry.ip,
    details: detailsOf(entry.data, (id) => (names.has(id) ? linkOf(id) : undefined)),
    isShortened: false,
  }));
}

function idsOf({ userId, subject, data }: AuditEntry): string[] {
  return [subject, ...(userId ? [userId] : []), ...textsIn(data)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The reports are for members with the "Billing" permission: others read the words without the link. */
function forReader(actor: Actor, link: AuditLink): AuditLink {
  const isClosed = link.href?.startsWith("/reports/") && !mayPass("billing", actor);
  return isClosed ? { ...link, href: null } : link;
}
