import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
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

/** What is chosen and the one action, always in reach: at the foot of the window, at the thumb of a phone. */
export function SubmitBar({ count, cents, truncated, blocked, onClear, onSubmit }: SubmitBarProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-0 z-20 mt-auto flex min-h-14 items-center gap-3 border-t bg-card px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:px-6"
    >
      <p aria-live="polite" className="min-w-0 flex-1 text-sm tabular-nums">
        {count === 0 ? (
          <span className="text-muted-foreground">Select the invoices to submit</span>
        ) : (
          <>
            <span className="font-semibold">{count.toLocaleString("en-US")} selected</span>
            <span className="text-muted-foreground"> · </span>
            <span className="font-semibold">{formatCents(cents)}</span>
            {truncated && <span className="text-attention"> · the most one batch takes</span>}
          </>
        )}
      </p>
      {count > 0 && (
        <Button variant="ghost" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button
        variant="primary"
        aria-keyshortcuts="s"
        className="max-md:h-10"
        disabled={count === 0 || blocked}
        onClick={onSubmit}
      >
        Submit Batch
        <Kbd
          aria-hidden
          className="border-primary-foreground/30 bg-transparent text-primary-foreground max-md:hidden"
        >
          s
        </Kbd>
      </Button>
    </section>
  );
}
