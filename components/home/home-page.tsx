"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { BillingHome, Home } from "#server/home/schemas.ts";
import { BrokersToCall } from "./brokers-to-call.tsx";
import { DeskTroubles } from "./desk-troubles.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { MoneyChart } from "./money-chart.tsx";
import { MoneyStages } from "./money-stages.tsx";
import { NotReadyLoads } from "./not-ready-loads.tsx";
import { NothingWaits } from "./nothing-waits.tsx";
import { WaitingInvoices } from "./waiting-invoices.tsx";

/** What needs this person now, then where the money stands; for a new company the way to its first batch. */
export function HomePage() {
  const trpc = useTRPC();
  useLive(["queue", "batch", "sync", "integration", "credit", "load"], [trpc.home.pathKey()]);
  const { data: home } = useSuspenseQuery(trpc.home.get.queryOptions());
  if (home.firstSteps) return <FirstSteps steps={home.firstSteps} troubles={home.troubles} />;
  return (
    <>
      <PageHeader title="Home" context={contextOf(home)} />
      <div className="grid max-w-5xl gap-8 px-4 pt-1 pb-12 md:px-6">
        <section aria-label="Needs you now" className="grid gap-4">
          <DeskTroubles troubles={home.troubles} />
          {home.billing && <Waiting billing={home.billing} />}
          {isQuiet(home) && <NothingWaits mayBill={home.billing !== null} />}
        </section>
        {home.billing && (
          <>
            <MoneyStages stages={home.billing.stages} />
            <MoneyChart weeks={home.billing.weeks} />
          </>
        )}
      </div>
    </>
  );
}

function Waiting({ billing: { waiting, toCall, notReady } }: { billing: BillingHome }) {
  return (
    <>
      <WaitingInvoices waiting={waiting} />
      <BrokersToCall toCall={toCall} />
      <NotReadyLoads notReady={notReady} />
    </>
  );
}

function isQuiet({ troubles, billing }: Home): boolean {
  if (troubles.length > 0) return false;
  return !billing || billing.waiting.total + billing.toCall.total + billing.notReady.length === 0;
}

function contextOf({ troubles, billing }: Home): string {
  const waiting = billing?.waiting.total ?? 0;
  if (waiting > 0) return waiting === 1 ? "1 invoice needs you" : `${waiting} invoices need you`;
  if (troubles.length > 0) return "Something keeps the factoring desk from working";
  return billing ? "No invoice needs you" : "Loads and customers of your company";
}
