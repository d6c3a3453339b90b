import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#server/kernel/count.ts";
import { KeyHint } from "./key-hint.tsx";
import { useSingleKeys } from "./single-keys-choice.tsx";

type SelectionBarProps = {
  count: number;
  /** What to do while nothing is chosen. */
  hint: string;
  /** What is worth knowing of the chosen. */
  children?: ReactNode;
  onClear: () => void;
  action: string;
  /** The key that does the same. */
  hotkey?: string;
  disabled?: boolean;
  onAct: () => void;
};

/** What is chosen and the one action, always in reach: at the foot of the window, at the thumb of a phone. */
export function SelectionBar({
  count,
  hint,
  children,
  onClear,
  action,
  hotkey,
  disabled = false,
  onAct,
}: SelectionBarProps) {
  const singleKeys = useSingleKeys();
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-0 z-20 mt-auto flex min-h-14 items-center gap-3 border-t bg-card px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:px-6"
    >
      <p aria-live="polite" className="min-w-0 flex-1 text-sm tabular-nums">
        {count === 0 ? (
          <span className="text-muted-foreground">{hint}</span>
        ) : (
          <span className="font-semibold">{formatCount(count)} selected</span>
        )}
        {children}
      </p>
      {count > 0 && (
        <Button variant="ghost" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button
        variant="primary"
        aria-keyshortcuts={singleKeys.on ? hotkey : undefined}
        className="max-md:h-10"
        disabled={count === 0 || disabled}
        onClick={onAct}
      >
        {action}
        {hotkey && <KeyHint>{hotkey}</KeyHint>}
      </Button>
    </section>
  );
}
