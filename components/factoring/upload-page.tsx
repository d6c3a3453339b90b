"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Select } from "#components/ui/select.tsx";
import { chooseSubsidiary, queueSearchParams } from "./queue-search-params.ts";
import { QueueTotal } from "./queue-total.tsx";
import { UploadDesk } from "./upload-desk.tsx";

/** Accounting > Factoring Upload: the chosen subsidiary's desk (R22). */
export function UploadPage() {
  const trpc = useTRPC();
  const [params, setParams] = useQueryStates(queueSearchParams, { history: "replace" });
  const { data: subsidiaries } = useSuspenseQuery(trpc.subsidiaries.list.queryOptions());
  const subsidiary = chooseSubsidiary(subsidiaries, params.subsidiary);
  if (!subsidiary) {
    return (
      <>
        <PageHeader title="Factoring Upload" />
        <EmptyState title="No subsidiary yet">
          Invoices are submitted for a subsidiary. An admin adds the first one under Management &gt; Company
          Profile.
        </EmptyState>
      </>
    );
  }
  const picker = (
    <Select
      aria-label="Subsidiary"
      value={subsidiary.id}
      onChange={(event) => setParams({ subsidiary: event.target.value, q: null, show: null })}
      className="w-60 max-w-full"
    >
      {subsidiaries.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
  // A fresh desk for each subsidiary: what was chosen for one never goes out for another. The picker stays and keeps
  // the focus of whoever chooses by keyboard.
  return (
    <>
      <PageHeader
        title="Factoring Upload"
        context={<QueueTotal key={subsidiary.id} subsidiaryId={subsidiary.id} />}
      >
        {picker}
      </PageHeader>
      <UploadDesk key={subsidiary.id} subsidiary={subsidiary} />
    </>
  );
}
