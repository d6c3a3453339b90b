import { Button } from "#components/ui/button.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";

type MissingNoticeProps = { subsidiaryName: string; onAdd: () => void };

/** Says that invoices of a subsidiary go out without the Notice of Assignment, and what that means for the money (R5). */
export function MissingNotice({ subsidiaryName, onAdd }: MissingNoticeProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-2 text-sm">
      <div className="grid min-w-0 flex-1 basis-64 justify-items-start gap-1">
        <StatusChip meaning="attention">Notice of Assignment missing</StatusChip>
        <p>
          Without it an invoice doesn't tell the broker to pay OTR Solutions, and the payment may go to the
          wrong place.
        </p>
      </div>
      <Button size="sm" className="max-sm:h-10" onClick={onAdd}>
        Add it<span className="sr-only">, the Notice of Assignment of {subsidiaryName}</span>
      </Button>
    </div>
  );
}
