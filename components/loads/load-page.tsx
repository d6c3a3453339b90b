"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import { LoadCharges } from "./load-charges.tsx";
import { LoadCorrection } from "./load-correction.tsx";
import { LoadDocuments } from "./load-documents.tsx";
import { LoadFacts } from "./load-facts.tsx";
import { LoadHistory } from "./load-history.tsx";
import { LoadStatusChip } from "./load-status-chip.tsx";

/** One load: where it stands, what is charged, its papers and its history (R18). */
export function LoadPage({ loadId }: { loadId: LoadId }) {
  const trpc = useTRPC();
  useLive(["load", "queue", "batch"], [trpc.loads.pathKey()]);
  const { data: load } = useSuspenseQuery(trpc.loads.get.queryOptions({ loadId }));
  return (
    <>
      <nav aria-label="Breadcrumb" className="px-4 pt-3 text-sm md:px-6">
        <Link href="/loads" className="text-link underline-offset-4 hover:underline">
          Loads
        </Link>
      </nav>
      <PageHeader
        title={`Load ${load.number}`}
        context={
          <>
            <Link href={`/customers/${load.customer.id}`} className="text-link hover:underline">
              {load.customer.name}
            </Link>
            {" · "}
            {load.subsidiaryName}
          </>
        }
      >
        <span id="status">
          <LoadStatusChip status={load.status} />
        </span>
      </PageHeader>
      <div className="grid max-w-4xl gap-8 px-4 pt-2 pb-12 md:px-6">
        <LoadFacts load={load} />
        <LoadCorrection load={load} />
        <LoadCharges load={load} />
        <LoadDocuments load={load} />
        <Section id="history" title="History">
          <LoadHistory history={load.history} />
        </Section>
      </div>
    </>
  );
}
