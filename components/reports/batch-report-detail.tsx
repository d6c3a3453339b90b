"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { useCallback } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { BatchId } from "#server/kernel/ids.ts";
import type { InvoiceRow } from "#server/reports/schemas.ts";
import { BatchInvoices } from "./batch-invoices.tsx";
import { batchSearchParams } from "./batch-search-params.ts";
import { BatchMoney, BatchOrigin } from "./batch-summary.tsx";
import { SyncButton } from "./sync-button.tsx";
import { SyncLine } from "./sync-line.tsx";

const InvoicePanel = dynamic(() => import("./invoice-panel.tsx").then((module) => module.InvoicePanel), {
  ssr: false,
});

/** One batch: what was sent, where OTR stands with it, and SYNC TRANSACTIONS (R29, R30). */
export function BatchReportDetail({ batchId }: { batchId: BatchId }) {
  const trpc = useTRPC();
  useLive(["batch", "sync", "load", "credit"], [trpc.reports.pathKey()]);
  const { data: batch } = useSuspenseQuery(trpc.reports.getBatch.queryOptions({ batchId }));
  const [invoiceId, setInvoiceId] = useQueryState("invoice", batchSearchParams.invoice);
  const open = useCallback((invoice: InvoiceRow) => void setInvoiceId(invoice.id), [setInvoiceId]);
  return (
    <>
      <nav aria-label="Breadcrumb" className="px-4 pt-3 text-sm md:px-6">
        <Link href="/reports/factoring" className="text-link underline-offset-4 hover:underline">
          Factoring report
        </Link>
      </nav>
      <PageHeader title={`Batch ${batch.number}`} context={<BatchOrigin batch={batch} />}>
        <Button asChild>
          <a href={`/api/reports/factoring/${batch.id}`} download>
            <Download aria-hidden /> Download CSV
          </a>
        </Button>
        <SyncButton batch={batch} />
      </PageHeader>
      <BatchMoney batch={batch} />
      <SyncLine batch={batch} />
      <BatchInvoices batch={batch} onOpen={open} />
      {invoiceId && <InvoicePanel invoiceId={invoiceId} onClose={() => void setInvoiceId(null)} />}
    </>
  );
}
