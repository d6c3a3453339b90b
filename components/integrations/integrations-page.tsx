"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { useState } from "react";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { LoginStatusChip } from "./login-status-chip.tsx";
import { OtrCard } from "./otr-card.tsx";

/** Management > Integrations: the chosen subsidiary and its login at the factor (R7). */
export function IntegrationsPage() {
  const trpc = useTRPC();
  const [wanted, setWanted] = useQueryState("subsidiary", { history: "replace" });
  // A link that names the subsidiary leads to its login; else the section is expanded by hand.
  const [startsOpen] = useState(wanted !== null);
  const { data } = useSuspenseQuery(trpc.integrations.list.queryOptions());
  useLive(["integration"], [trpc.integrations.list.queryKey()]);
  const chosen = data.find(({ subsidiaryId }) => subsidiaryId === wanted) ?? data[0];
  if (!chosen) {
    return (
      <>
        <PageHeader title="Integrations" />
        <EmptyState
          title="No subsidiary yet"
          action={
            <Button asChild>
              <Link href="/management/company-profile?tab=subsidiaries&edit=new">Add a subsidiary</Link>
            </Button>
          }
        >
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
        <details open={startsOpen} className="max-w-2xl rounded-md border bg-card">
          <summary className="cursor-pointer px-4 py-3 font-medium text-sm">
            Factoring <LoginStatusChip login={chosen.login} />
          </summary>
          <OtrCard key={chosen.subsidiaryId} settings={chosen} />
        </details>
      </div>
    </>
  );
}
