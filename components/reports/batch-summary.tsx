import { formatCents } from "#server/kernel/money.ts";
import type { BatchDetail } from "#server/reports/schemas.ts";
import { When } from "./when.tsx";

/** For whom a batch was submitted, when and by whom. */
export function BatchOrigin({ batch }: { batch: BatchDetail }) {
  return (
    <>
      {batch.subsidiaryName} · USDOT {batch.usdotNumber} · submitted <When at={batch.submittedAt} /> by{" "}
      {batch.submittedByName}
    </>
  );
}

/** How much was sent, and how much of it is financed. */
export function BatchMoney({ batch }: { batch: BatchDetail }) {
  const invoices = batch.invoiceCount === 1 ? "1 invoice" : `${batch.invoiceCount} invoices`;
  return (
    <p className="px-4 pb-1 text-sm tabular-nums md:px-6">
      {invoices} · <span className="font-medium">{formatCents(batch.totalCents)}</span> ·{" "}
      {formatCents(batch.financedCents)} financed
    </p>
  );
}
