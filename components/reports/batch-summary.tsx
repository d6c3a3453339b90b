import { formatCents } from "#server/kernel/money.ts";
import type { BatchDetail } from "#server/reports/schemas.ts";
import { When } from "./when.tsx";

/** What was sent, by whom and when, and how much of it is financed. */
export function BatchSummary({ batch }: { batch: BatchDetail }) {
  const invoices = batch.invoiceCount === 1 ? "1 invoice" : `${batch.invoiceCount} invoices`;
  return (
    <>
      {batch.subsidiaryName} · USDOT {batch.usdotNumber} · {invoices}, {formatCents(batch.totalCents)} ·{" "}
      <span className="text-foreground">{formatCents(batch.financedCents)} financed</span> · submitted{" "}
      <When at={batch.submittedAt} /> by {batch.submittedByName}
    </>
  );
}
