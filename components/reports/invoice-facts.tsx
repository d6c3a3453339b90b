import Link from "next/link";
import type { ReactNode } from "react";
import { LoadStatusChip } from "#components/loads/load-status-chip.tsx";
import { formatCents } from "#server/kernel/money.ts";
import { purchaseAdvice } from "#server/reports/rules/purchase-advice.ts";
import type { InvoiceRow } from "#server/reports/schemas.ts";
import { CheckedBy } from "./checked-by.tsx";
import { CopyHash } from "./copy-hash.tsx";
import { PurchaseChip, SubmissionChip } from "./invoice-chips.tsx";
import { NoteLink } from "./note-link.tsx";
import { RetryButton } from "./retry-button.tsx";

/** What was sent and where it stands: the three states side by side, the reason, the exact document. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceRow }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <Fact name="Submission">
          <SubmissionChip invoice={invoice} />
        </Fact>
        <Fact name="Load">
          <LoadStatusChip status={invoice.loadStatus} />
        </Fact>
        <Fact name="OTR">
          <PurchaseChip invoice={invoice} />
        </Fact>
        <Fact name="Checked">
          <CheckedBy checked={invoice.checked} />
        </Fact>
      </div>
      <Words invoice={invoice} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4">
        <Entry name="Amount">{formatCents(invoice.amountCents)}</Entry>
        <Entry name="PO">{invoice.poNumber || "None"}</Entry>
        <Entry name="MC">{invoice.mcNumber ?? "Missing"}</Entry>
        <Entry name="Load">
          <Link href={`/loads/${invoice.loadId}`} className="text-link hover:underline">
            {invoice.loadNumber}
          </Link>
        </Entry>
      </dl>
      <div className="flex flex-wrap items-center gap-x-3 text-sm">
        <a
          href={`/api/documents/${invoice.documentId}`}
          target="_blank"
          rel="noreferrer"
          className="text-link underline-offset-4 hover:underline"
        >
          {wasSent(invoice) ? "The PDF that was sent" : "The PDF that goes with it"}
        </a>
        <span className="inline-flex items-center text-muted-foreground">
          SHA-256 <CopyHash sha256={invoice.documentSha256} />
        </span>
      </div>
    </>
  );
}

/** OTR has the document only once it was attached. */
function wasSent({ state }: InvoiceRow): boolean {
  return state === "document_attached" || state === "accepted";
}

function Words({ invoice }: { invoice: InvoiceRow }) {
  const { note, purchaseCode } = invoice;
  if (!note && purchaseCode === null) return null;
  const words = note ?? { ...purchaseAdvice(purchaseCode ?? 0), money: null };
  return (
    <div className="grid gap-2 rounded-md border px-3 py-2 text-sm">
      <p>
        {[words.happened, words.money].filter(Boolean).join(" ")}{" "}
        <span className="font-medium">{words.todo}</span>
      </p>
      {note && (
        <div className="flex flex-wrap items-center gap-3 empty:hidden">
          <NoteLink note={note} />
          <RetryButton invoice={invoice} />
        </div>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="text-muted-foreground">{name}</span>
      {children}
    </span>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="truncate tabular-nums">{children}</dd>
    </div>
  );
}
