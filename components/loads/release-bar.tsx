import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { MOST_RELEASED } from "#server/loads/schemas.ts";

type ReleaseBarProps = { count: number; truncated: boolean; onClear: () => void; onRelease: () => void };

/** How many loads are chosen and the one action, at the foot of the window. */
export function ReleaseBar({ count, truncated, onClear, onRelease }: ReleaseBarProps) {
  const isTooMany = count > MOST_RELEASED;
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-0 z-20 mt-auto flex min-h-14 items-center gap-3 border-t bg-card px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:px-6"
    >
      <p aria-live="polite" className="min-w-0 flex-1 text-sm tabular-nums">
        {count === 0 ? (
          <span className="text-muted-foreground">Select the loads to release</span>
        ) : (
          <span className="font-semibold">{count.toLocaleString("en-US")} selected</span>
        )}
        {(truncated || isTooMany) && (
          <span className="text-attention"> · at most {MOST_RELEASED} are released at once</span>
        )}
      </p>
      {count > 0 && (
        <Button variant="ghost" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button
        variant="primary"
        aria-keyshortcuts="r"
        className="max-md:h-10"
        disabled={count === 0 || isTooMany}
        onClick={onRelease}
      >
        Release
        <Kbd
          aria-hidden
          className="border-primary-foreground/30 bg-transparent text-primary-foreground max-md:hidden"
        >
          r
        </Kbd>
      </Button>
    </section>
  );
}
