import { z } from "zod";
import type { AuditId, UserId } from "#server/kernel/ids.ts";
import { idSchema } from "#server/kernel/ids.ts";
import { AUDIT_ACTION_NAMES } from "./rules/action-groups.ts";
import { BACKGROUND } from "./rules/background.ts";

/** Which entries are wanted. Days are calendar days in the company's zone, both included. */
export const auditFilterSchema = z.object({
  action: z.enum(AUDIT_ACTION_NAMES).nullish(),
  person: z.union([z.literal(BACKGROUND), idSchema("user")]).nullish(),
  /** A load, invoice or batch number, words of a customer's name, or an id. */
  about: z.string().trim().max(80).nullish(),
  from: z.iso.date().nullish(),
  to: z.iso.date().nullish(),
});

export type AuditFilter = z.output<typeof auditFilterSchema>;

/** A page of entries, newest first; the cursor is the last entry of the page before. */
export const listAuditSchema = auditFilterSchema.extend({ cursor: idSchema("audit").nullish() });

export const auditEntrySchema = z.object({ entryId: idSchema("audit") });

/** What an entry or one of its details names: a word for it and, for those who may see it, where it is. */
export type AuditLink = { label: string; href: string | null };

export type AuditDetail = { name: string; value: string; href: string | null };

export type AuditRow = {
  id: AuditId;
  /** ISO instant. */
  at: string;
  /** Null: a background job. */
  who: string | null;
  what: string;
  about: AuditLink;
  ip: string | null;
  details: AuditDetail[];
  /** A list holds the beginning of long details only; `audit.get` has them whole. */
  isShortened: boolean;
};

export type AuditPage = { rows: AuditRow[]; nextCursor: AuditId | null };

/** Someone who may have done something: a member, deactivated ones too. */
export type AuditPerson = { id: UserId; name: string };
