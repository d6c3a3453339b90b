import { AUDIT_ACTIONS, type AuditAction } from "./actions.ts";

/** What the actions that begin alike are about, in the order the drop-down lists them. */
const GROUPS: readonly (readonly [title: string, prefixes: readonly string[]])[] = [
  ["Batches", ["batch"]],
  ["Invoices at OTR", ["invoice"]],
  ["Purchase status", ["purchase", "sync"]],
  ["Calls to OTR", ["otr"]],
  ["Credit checks", ["credit"]],
  ["Loads", ["load"]],
  ["Documents", ["document", "packet"]],
  ["Customers", ["customer"]],
  ["Imports", ["import"]],
  ["Downloads", ["report"]],
  ["Integrations", ["integration"]],
  ["Company profile", ["company", "subsidiary", "important_info"]],
  ["Users", ["user", "invitation", "password"]],
  ["Sign-ins", ["session"]],
];

export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]];

/** Every audited action under what it is about, for a grouped drop-down. */
export const ACTION_GROUPS: readonly { title: string; actions: readonly AuditAction[] }[] = GROUPS.map(
  ([title, prefixes]) => ({
    title,
    actions: AUDIT_ACTION_NAMES.filter((action) =>
      prefixes.some((prefix) => action.startsWith(`${prefix}.`)),
    ),
  }),
).filter(({ actions }) => actions.length > 0);

/** The words of a stored action; one that is no longer in use is shown as it was stored. */
export function actionWords(action: string): string {
  return AUDIT_ACTION_NAMES.some((name) => name === action) ? AUDIT_ACTIONS[action as AuditAction] : action;
}
