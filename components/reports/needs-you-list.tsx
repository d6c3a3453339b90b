import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatCents } from "#server/kernel/money.ts";
import type { BatchDetail, InvoiceRow, ListedInvoice } from "#server/reports/schemas.ts";
import { PurchaseChip, SubmissionChip } from "./invoice-chips.tsx";
import { NoteLink } from "./note-link.tsx";
import { RetryButton } from "./retry-button.tsx";
import { useBatchInvoices } from "./use-batch-invoices.ts";

const SHOWN = 3;

type Props = { batch: BatchDetail; onOpen: (invoice: InvoiceRow) => void; onShowAll: () => void };

/** The first invoices that need a person, each with its reason in full and the way to mend it. */
export function NeedsYouList({ batch, onOpen, onShowAll }: Props) {
  const total = batch.filterCounts.needs_you;
  const { rows } = useBatchInvoices(
    { batchId: batch.id, filter: "needs_you", search: null },
    { enabled: total > 0 },
  );
  if (total === 0 || rows.length === 0) return null;
  return (
    <section aria-label="Needs you" className="mx-4 mt-3 rounded-md border border-attention-line md:mx-6">
      <ul className="divide-y">
        {rows.slice(0, SHOWN).map((invoice) => (
          <NeedsYouItem key={invoice.id} invoice={invoice} onOpen={onOpen} />
        ))}
      </ul>
      {total > SHOWN && (
        <div className="border-t px-3 py-1.5">
          <Button variant="link" size="inline" onClick={onShowAll}>
            Show all {total} that need you
          </Button>
        </div>
      )}
    </section>
  );
}

function NeedsYouItem({
  invoice,
  onOpen,
}: {
  invoice: ListedInvoice;
  onOpen: (invoice: InvoiceRow) => void;
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-80">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <button
            type="button"
            onClick={() => onOpen(invoice)}
            className="rounded-sm font-medium text-link hover:underline"
          >
            Load {invoice.loadNumber}
          </button>
          <CreditIcon mark={invoice.credit} />
          <span className="truncate">{invoice.customerName}</span>
          <span className="tabular-nums">{formatCents(invoice.amountCents)}</span>
          {invoice.state === "accepted" ? (
            <PurchaseChip invoice={invoice} />
          ) : (
            <SubmissionChip invoice={invoice} />
          )}
        </div>
        {invoice.note && (
          <p className="mt-0.5 max-w-4xl text-pretty text-sm">
            {[invoice.note.happened, invoice.note.money].filter(Boolean).join(" ")}{" "}
            <span className="font-medium">{invoice.note.todo}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <NoteLink note={invoice.note} />
        <RetryButton invoice={invoice} />
      </div>
    </li>
  );
}
