"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { CreditBesideName } from "#components/credit-check/credit-beside-name.tsx";
import { CreditNotices } from "#components/credit-check/credit-notices.tsx";
import { useCreditCheck } from "#components/credit-check/use-credit-check.ts";
import { LoadPapers } from "#components/documents/load-papers.tsx";
import { PaperNotes } from "#components/documents/paper-notes.tsx";
import { PaperSteps } from "#components/documents/paper-steps.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import type { MoveLoadResult } from "#server/loads/schemas.ts";
import { LoadActions } from "./load-actions.tsx";
import { LoadCharges } from "./load-charges.tsx";
import { LoadEditor } from "./load-editor.tsx";
import { LoadFacts, LoadStanding } from "./load-facts.tsx";
import { LoadHistory } from "./load-history.tsx";
import { LoadNotes } from "./load-notes.tsx";
import { LoadStatusChip } from "./load-status-chip.tsx";

/** One load: where it stands, what is charged, its papers and its history (R17, R18). */
export function LoadPage({ loadId }: { loadId: LoadId }) {
  const trpc = useTRPC();
  useLive(["load", "queue", "batch"], [trpc.loads.pathKey()]);
  const { data: load } = useSuspenseQuery(trpc.loads.get.queryOptions({ loadId }));
  const check = useCreditCheck({ customerId: load.customer.id, subsidiaryId: load.subsidiaryId });
  const [refused, setRefused] = useState<Extract<MoveLoadResult, { kind: "refused" }>>();
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
          <span className="flex min-h-7 flex-wrap items-center gap-x-1.5">
            <Link href={`/customers/${load.customer.id}`} className="text-link hover:underline">
              {load.customer.name}
            </Link>
            <CreditBesideName check={check} />
            <span>· {load.subsidiaryName}</span>
          </span>
        }
      >
        <span id="status">
          <LoadStatusChip status={load.status} />
        </span>
        <LoadActions load={load} onRefused={setRefused} />
        <PaperSteps loadId={load.id} />
      </PageHeader>
      <div className="grid max-w-4xl gap-2 px-4 pb-2 empty:hidden md:px-6">
        <CreditNotices check={check} customerId={load.customer.id} />
      </div>
      <div className="grid max-w-4xl gap-8 px-4 pt-2 pb-12 md:px-6">
        <LoadNotes load={load} refused={refused} />
        <PaperNotes loadId={load.id} />
        <LoadStanding load={load} />
        {load.correction.allows === "nothing" ? (
          <>
            <Section id="load" title="Load" about={load.correction.sentence}>
              <LoadFacts load={load} />
            </Section>
            <LoadCharges load={load} />
          </>
        ) : (
          <LoadEditor key={load.id} load={load} />
        )}
        <LoadPapers loadId={load.id} />
        <Section id="history" title="History">
          <LoadHistory history={load.history} />
        </Section>
      </div>
    </>
  );
}
