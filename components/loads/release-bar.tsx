import { SelectionBar } from "#components/layout/selection-bar.tsx";
import { MOST_RELEASED } from "#server/loads/rules/most-released.ts";

type ReleaseBarProps = { count: number; truncated: boolean; onClear: () => void; onRelease: () => void };

/** How many loads are chosen, and Release. */
export function ReleaseBar({ count, truncated, onClear, onRelease }: ReleaseBarProps) {
  const isTooMany = count > MOST_RELEASED;
  return (
    <SelectionBar
      count={count}
      hint="Select the loads to release"
      onClear={onClear}
      action="Release"
      hotkey="r"
      disabled={isTooMany}
      onAct={onRelease}
    >
      {(truncated || isTooMany) && (
        <span className="text-attention"> · at most {MOST_RELEASED} are released at once</span>
      )}
    </SelectionBar>
  );
}
