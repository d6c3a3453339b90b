import { type Meaning, StatusChip } from "#components/ui/status-chip.tsx";
import { LOAD_STATUS_LABELS, type LoadStatus } from "#server/loads/rules/load-status.ts";

const DONE: ReadonlySet<LoadStatus> = new Set(["financed", "completed"]);

/** Where a load stands: done once the money is there. */
export function LoadStatusChip({ status }: { status: LoadStatus }) {
  const meaning: Meaning = DONE.has(status) ? "done" : "pending";
  return <StatusChip meaning={meaning}>{LOAD_STATUS_LABELS[status]}</StatusChip>;
}
