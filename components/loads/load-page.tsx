"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import type { MoveLoadResult } from "#server/loads/schemas.ts";
import { LoadActions } from "./load-actions.tsx";
import { LoadCharges } from "./load-charges.tsx";
import { LoadDocuments } from "./load-documents.tsx";
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
        <LoadActions load={load} onRefused={setRefused} />
      </PageHeader>
      <div className="grid max-w-4xl gap-8 px-4 pt-2 pb-12 md:px-6">
        <LoadNotes load={load} refused={refused} />
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
        <LoadDocuments load={load} />
        <Section id="history" title="History">
          <LoadHistory history={load.history} />
        </Section>
      </div>
    </>
  );
}
