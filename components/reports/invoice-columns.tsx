import { FileText } from "lucide-react";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { LoadStatusChip } from "#components/loads/load-status-chip.tsx";
import { formatCents } from "#server/kernel/money.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import type { InvoiceRow, ListedInvoice } from "#server/reports/schemas.ts";
import { CheckedBy } from "./checked-by.tsx";
import { PurchaseChip, SubmissionChip } from "./invoice-chips.tsx";
import { RetryButton } from "./retry-button.tsx";

type Column = DataTableColumn<ListedInvoice>;
type Open = (invoice: InvoiceRow) => void;

/** The phone's two-line row: load, customer and amount over submission or load status and OTR's. */
export const INVOICE_PHONE_GRID = "max-md:grid-cols-[auto_1fr_auto]";

const COLUMNS = {
  load: (open) => ({
    id: "load",
    header: "Load",
    width: "92px",
    className: "max-md:col-start-1 max-md:row-start-1",
    cell: (invoice) => (
      <button
        type="button"
        onClick={() => open(invoice)}
        aria-label={`Open load ${invoice.loadNumber}, invoice ${invoice.invoiceNumber}`}
        className="max-w-full truncate rounded-sm font-medium text-link tabular-nums hover:underline"
      >
        {invoice.loadNumber}
      </button>
    ),
  }),
  invoice: () => text("invoice", "Invoice", "76px", (invoice) => invoice.invoiceNumber),
  customer: () => ({
    id: "customer",
    header: "Customer",
    className: "max-md:col-start-2 max-md:row-start-1",
    cell: ({ customerName, credit }) => (
      <span className="flex items-center gap-1.5">
        <CreditIcon mark={credit} />
        <span className="truncate" title={customerName}>
          {customerName}
        </span>
      </span>
    ),
  }),
  mc: () => ({
    ...text("mc", "MC", "76px", (invoice) => invoice.mcNumber ?? "Missing"),
    className: "max-xl:hidden tabular-nums",
  }),
  po: () => ({ ...text("po", "PO", "100px", (invoice) => invoice.poNumber), className: "max-xl:hidden" }),
  amount: () => ({
    id: "amount",
    header: "Amount",
    width: "96px",
    align: "right",
    className: "max-md:col-start-3 max-md:row-start-1 max-md:font-medium",
    cell: (invoice) => formatCents(invoice.amountCents),
  }),
  submission: () => ({
    id: "submission",
    header: "Submission",
    width: "128px",
    className: "max-md:col-span-2 max-md:row-start-2",
    cell: (invoice) => <SubmissionChip invoice={invoice} />,
  }),
  loadStatus: () => ({
    id: "load-status",
    header: "Load status",
    width: "96px",
    className: "max-md:hidden",
    cell: (invoice) => <LoadStatusChip status={invoice.loadStatus} />,
  }),
  otr: () => ({
    id: "otr",
    header: "OTR status",
    width: "148px",
    className: "max-md:col-start-3 max-md:row-start-2 max-md:text-right",
    cell: (invoice) => <PurchaseChip invoice={invoice} />,
  }),
  checked: () => ({
    id: "checked",
    header: "Last checked",
    width: "176px",
    className: "max-lg:hidden",
    cell: (invoice) => <CheckedBy checked={invoice.checked} />,
  }),
  note: () => ({
    id: "note",
    header: "What to do",
    width: "40%",
    className: "max-md:hidden",
    cell: (invoice) => <Note invoice={invoice} />,
  }),
  retry: () => ({
    id: "retry",
    header: <span className="sr-only">Retry</span>,
    width: "104px",
    align: "right",
    className: "max-md:hidden",
    cell: (invoice) => <RetryButton invoice={invoice} />,
  }),
  pdf: () => ({
    id: "pdf",
    header: "PDF",
    width: "44px",
    className: "max-md:hidden",
    cell: (invoice) => (
      <a
        href={`/api/documents/${invoice.documentId}`}
        target="_blank"
        rel="noreferrer"
        title={`SHA-256 ${invoice.documentSha256}`}
        aria-label={`PDF of load ${invoice.loadNumber}`}
        className="inline-flex size-6 items-center justify-center rounded-sm text-link hover:bg-accent"
      >
        <FileText aria-hidden className="size-4" />
      </a>
    ),
  }),
} as const satisfies Record<string, (open: Open) => Column>;

const EXCEPTIONS = ["load", "customer", "amount", "submission", "otr", "note", "retry", "pdf"] as const;
const EVERYTHING = [
  "load",
  "invoice",
  "customer",
  "mc",
  "po",
  "amount",
  "submission",
  "loadStatus",
  "otr",
  "checked",
  "pdf",
] as const;

/** The columns of a batch's invoices (R29); where all need a person, what to do takes the place of the numbers. */
export function invoiceColumns(filter: InvoiceFilter, open: Open): Column[] {
  const names = filter === "needs_you" || filter === "failed" ? EXCEPTIONS : EVERYTHING;
  return names.map((name) => COLUMNS[name](open));
}

function text(id: string, header: string, width: string, read: (invoice: InvoiceRow) => string): Column {
  return { id, header, width, className: "max-md:hidden", cell: read };
}

function Note({ invoice: { note } }: { invoice: InvoiceRow }) {
  if (!note) return null;
  const words = [note.happened, note.todo].filter(Boolean).join(" ");
  return <span title={words}>{words}</span>;
}
