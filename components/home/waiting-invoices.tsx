import Link from "next/link";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import { NoteLink } from "#components/reports/note-link.tsx";
import { Button } from "#components/ui/button.tsx";
import type { BillingHome, WaitingInvoice } from "#server/home/schemas.ts";
import { formatCents } from "#server/kernel/money.ts";
import { HomeList } from "./home-list.tsx";

/** Failed invoices and those that OTR asks about, each with why and the way on. */
export function WaitingInvoices({ waiting: { total, invoices } }: Pick<BillingHome, "waiting">) {
  if (total === 0) return null;
  const all = { label: `All ${total} in the report`, href: "/reports/factoring?needs=you" };
  return (
    <HomeList
      id="needs-you"
      title="Invoices that need you"
      meaning="failed"
      count={total}
      all={total > invoices.length ? all : undefined}
    >
      {invoices.map((invoice) => (
        <Invoice key={invoice.id} invoice={invoice} />
      ))}
    </HomeList>
  );
}

function Invoice({ invoice }: { invoice: WaitingInvoice }) {
  const { id, loadId, loadNumber, customerName, credit, amountCents, batchId, batchNumber, note } = invoice;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/loads/${loadId}`} prefetch={false} className="font-medium text-link hover:underline">
            Load {loadNumber}
          </Link>
          <span className="inline-flex min-w-0 items-center gap-1.5">
            <CreditIcon mark={credit} />
            <span className="truncate">{customerName}</span>
          </span>
          <span className="font-medium tabular-nums">{formatCents(amountCents)}</span>
        </p>
        {note && (
          <p className="text-pretty">
            {[note.happened, note.money].filter(Boolean).join(" ")}{" "}
            <span className="font-medium">{note.todo}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <NoteLink note={note} />
        <Button asChild size="sm">
          <Link href={`/reports/factoring/${batchId}?show=needs_you&invoice=${id}`} prefetch={false}>
            Open in batch {batchNumber}
          </Link>
        </Button>
      </div>
    </li>
  );
}
