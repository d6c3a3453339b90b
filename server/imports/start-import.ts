import { inCompany, type Tx } from "#db/client.ts";
import { type ImportRow, lockImport, updateImportStarted } from "#db/queries/imports.ts";
import { importStarted } from "#inngest/events.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { noSuchImport } from "./no-such-import.ts";
import { mappingGaps } from "./rules/import-mapping.ts";
import { isStalled } from "./rules/is-stalled.ts";
import type { StartImport, StartImportResult } from "./schemas.ts";

type Committed = { result: StartImportResult; events: OutboxEventId[] };

/**
 * Sets the rows of a file going in the background: all of them or none, or the good ones (R21). An import that runs
 * already goes on; one that stopped, or has lost its run, starts from the first row and makes nothing twice. Throws
 * not_found for another company's import.
 */
export async function startImport(
  actor: Actor,
  input: StartImport,
  clock: Clock = systemClock,
): Promise<StartImportResult> {
  const { result, events } = await inCompany(actor.scope, (tx) => commitStart(tx, actor, input, clock()));
  // Not waited for: it never throws, and the sweep sends what it can't.
  void sendOutboxEvents(actor.scope, events);
  return result;
}

async function commitStart(
  tx: Tx,
  actor: Actor,
  { importId, mode }: StartImport,
  now: Date,
): Promise<Committed> {
  const { scope } = actor;
  const found = await lockImport(tx, scope, importId);
  if (!found) throw noSuchImport();
  if (found.status === "running" && !isStalled(found, now))
    return { result: { kind: "started" }, events: [] };
  const sentence = startRefusal(found);
  if (sentence) return { result: { kind: "refused", sentence }, events: [] };

  await updateImportStarted(tx, scope, importId, { mode, startedAt: now });
  await recordAudit(tx, scope, {
    action: "import.started",
    subject: importId,
    at: now,
    by: actor,
    data: { kind: found.kind, mode, fileName: found.fileName, sha256: found.sha256, rows: found.totalRows },
  });
  await notify(tx, scope, { topic: "import", id: importId });
  const event = importStarted.create({ companyId: scope.companyId, importId });
  return { result: { kind: "started" }, events: await addToOutbox(tx, scope, event) };
}

function startRefusal({
  status,
  kind,
  mapping,
}: Pick<ImportRow, "status" | "kind" | "mapping">): string | null {
  if (status === "done") return "This file was imported already. Add the file again to bring in what is new.";
  const gaps = mappingGaps(kind, mapping);
  return gaps.length > 0 ? gaps.join(" ") : null;
}
