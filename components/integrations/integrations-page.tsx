"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Select } from "#components/ui/select.tsx";
import { OtrCard } from "./otr-card.tsx";

/** Management > Integrations: the chosen subsidiary and its login at the factor (R7). */
export function IntegrationsPage() {
  const trpc = useTRPC();
  const [wanted, setWanted] = useQueryState("subsidiary", { history: "replace" });
  const { data } = useSuspenseQuery(trpc.integrations.list.queryOptions());
  useLive(["integration"], [trpc.integrations.list.queryKey()]);
  const chosen = data.find(({ subsidiaryId }) => subsidiaryId === wanted) ?? data[0];
  if (!chosen) {
    return (
      <>
        <PageHeader title="Integrations" />
        <EmptyState title="No subsidiary yet">
          An OTR Solutions login belongs to a subsidiary, and this company has none.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Integrations" context="Each subsidiary has a login of its own">
        <Select
          aria-label="Subsidiary"
          value={chosen.subsidiaryId}
          onChange={(event) => setWanted(event.target.value)}
          className="w-60 max-w-full"
        >
          {data.map(({ subsidiaryId, subsidiaryName }) => (
            <option key={subsidiaryId} value={subsidiaryId}>
              {subsidiaryName}
            </option>
          ))}
        </Select>
      </PageHeader>
      <div className="px-4 pb-6 md:px-6">
        <details open className="max-w-2xl rounded-md border bg-card">
          <summary className="cursor-pointer px-4 py-3 font-medium text-sm">Factoring</summary>
          <OtrCard key={chosen.subsidiaryId} settings={chosen} />
        </details>
      </div>
    </>
  );
}
