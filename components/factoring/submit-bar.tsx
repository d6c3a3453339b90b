import { SelectionBar } from "#components/layout/selection-bar.tsx";
import { formatCents } from "#server/kernel/money.ts";

type SubmitBarProps = {
  count: number;
  cents: number;
  /** More matched than one batch takes. */
  truncated: boolean;
  blocked: boolean;
  onClear: () => void;
  onSubmit: () => void;
};

/** How many invoices are chosen and their total, and Submit Batch. */
export function SubmitBar({ count, cents, truncated, blocked, onClear, onSubmit }: SubmitBarProps) {
  return (
    <SelectionBar
      count={count}
      hint="Select the invoices to submit"
      onClear={onClear}
      action="Submit Batch"
      hotkey="s"
      disabled={blocked}
      onAct={onSubmit}
    >
      {count > 0 && (
        <>
          <span className="text-muted-foreground"> · </span>
          <span className="font-semibold">{formatCents(cents)}</span>
          {truncated && <span className="text-attention"> · the most one batch takes</span>}
        </>
      )}
    </SelectionBar>
  );
}
