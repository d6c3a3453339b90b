"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";
import type { SubsidiarySettings } from "#server/company-profile/schemas.ts";

const SubsidiaryDialog = dynamic(() => import("./subsidiary-dialog.tsx").then((m) => m.SubsidiaryDialog), {
  ssr: false,
});

/** Management > Subsidiaries: the company's authorities, with the USDOT number that every batch needs (R6). */
export function SubsidiariesPage() {
  const trpc = useTRPC();
  const [edited, setEdited] = useQueryState("edit", { history: "replace" });
  const { data } = useSuspenseQuery(trpc.subsidiaries.settings.queryOptions());
  const chosen = data.find(({ id }) => id === edited);
  return (
    <>
      <PageHeader
        title="Subsidiaries"
        context="The USDOT number of a subsidiary goes with each of its invoices"
      />
      {data.length === 0 && (
        <EmptyState title="No subsidiary yet">
          This company has no subsidiary to submit invoices for.
        </EmptyState>
      )}
      <ul className="mx-4 mb-6 max-w-3xl rounded-md border bg-card empty:hidden md:mx-6">
        {data.map((subsidiary) => (
          <SubsidiaryItem
            key={subsidiary.id}
            subsidiary={subsidiary}
            onEdit={() => setEdited(subsidiary.id)}
          />
        ))}
      </ul>
      {chosen && <SubsidiaryDialog key={chosen.id} subsidiary={chosen} onClose={() => setEdited(null)} />}
    </>
  );
}

type ItemProps = { subsidiary: SubsidiarySettings; onEdit: () => void };

function SubsidiaryItem({ subsidiary, onEdit }: ItemProps) {
  const { name, city, state, usdotNumber, mcNumber } = subsidiary;
  const place = [city, state].filter(Boolean).join(", ");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm not-first:border-t">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="text-muted-foreground">{place || "No address"}</span>
      </span>
      {usdotNumber ? (
        <span className="tabular-nums">USDOT {usdotNumber}</span>
      ) : (
        <StatusChip meaning="attention">USDOT number missing</StatusChip>
      )}
      <span className="text-muted-foreground tabular-nums">
        {mcNumber ? `MC ${mcNumber}` : "No MC number"}
      </span>
      <Button variant="ghost" size="icon" aria-label={`Edit ${name}`} className="size-8" onClick={onEdit}>
        <Pencil aria-hidden />
      </Button>
    </li>
  );
}
