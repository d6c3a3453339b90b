import Link from "next/link";
import { MeaningShape } from "#components/ui/status-chip.tsx";

/** Nothing waits for this person: the one place to go on from. */
export function NothingWaits({ mayBill }: { mayBill: boolean }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <MeaningShape meaning="done" className="self-center" />
      Nothing waits for you.
      <Link
        href={mayBill ? "/accounting/factoring-upload" : "/loads"}
        className="text-link underline underline-offset-4"
      >
        {mayBill ? "Go to Factoring Upload" : "Go to Loads"}
      </Link>
    </p>
  );
}
