import type { Meaning } from "#components/ui/status-chip.tsx";
import type { ImportKind, ImportStatus } from "#server/imports/rules/import-kind.ts";
import { formatCount } from "#server/kernel/count.ts";

/** How a kind of file is spoken of: many, one, and where its rows are to be seen. */
export const KIND_WORDS = {
  customers: { many: "customers", one: "customer", title: "Import customers", list: "/customers" },
  loads: { many: "loads", one: "load", title: "Import loads", list: "/loads" },
} as const satisfies Record<ImportKind, { many: string; one: string; title: string; list: string }>;

export const STATUS_WORDS = {
  uploaded: { label: "Not started", meaning: "pending" },
  running: { label: "Running", meaning: "pending" },
  done: { label: "Done", meaning: "done" },
  failed: { label: "Stopped", meaning: "failed" },
} as const satisfies Record<ImportStatus, { label: string; meaning: Meaning }>;

/** "1 row", "1,250 rows". */
export function formatRows(count: number, word = "row"): string {
  return `${formatCount(count)} ${count === 1 ? word : `${word}s`}`;
}
