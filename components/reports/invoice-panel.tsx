"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { BatchInvoiceId } from "#server/kernel/ids.ts";
import type { InvoiceHistory } from "#server/reports/schemas.ts";
import { InvoiceAttempts } from "./invoice-attempts.tsx";
import { InvoiceFacts } from "./invoice-facts.tsx";
import { InvoiceStatusChanges } from "./invoice-status-changes.tsx";

/** One invoice in full, and everything that happened to it at OTR. Loaded when it is opened. */
export function InvoicePanel({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const history = useQuery({
    ...trpc.reports.getInvoiceHistory.queryOptions({ batchInvoiceId: invoiceId as BatchInvoiceId }),
  });
  const title = history.data ? `Load ${history.data.invoice.loadNumber}` : "Invoice";
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="*:min-w-0 sm:max-w-3xl">
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>
          {history.data
            ? `Invoice ${history.data.invoice.invoiceNumber}, ${history.data.invoice.customerName}`
            : "What was sent and what OTR says."}
        </DialogDescription>
        {history.isError && <Alert meaning="failed">{history.error.message}</Alert>}
        {history.isPending && <PanelSkeleton />}
        {history.data && <PanelBody history={history.data} />}
      </DialogContent>
    </Dialog>
  );
}

function PanelBody({ history }: { history: InvoiceHistory }) {
  return (
    <>
      <InvoiceFacts invoice={history.invoice} />
      <InvoiceStatusChanges changes={history.changes} />
      <InvoiceAttempts attempts={history.attempts} />
    </>
  );
}

function PanelSkeleton() {
  return (
    <div className="grid min-h-80 content-start gap-4" aria-busy>
      <Skeleton className="w-1/2" />
      <Skeleton className="w-3/4" />
      <Skeleton className="w-2/3" />
      <Skeleton className="h-32" />
    </div>
  );
}
