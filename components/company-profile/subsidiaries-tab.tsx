"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Section } from "#components/layout/section.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";
import type { SubsidiarySettings } from "#server/company-profile/schemas.ts";

const SubsidiaryDialog = dynamic(() => import("./subsidiary-dialog.tsx").then((m) => m.SubsidiaryDialog), {
  ssr: false,
});

/** What `?edit=` holds while a subsidiary is being added. */
const NEW = "new";

/** The company's authorities, with the USDOT number that every batch needs (R6). `?edit=<id>` opens one. */
export function SubsidiariesTab() {
  const trpc = useTRPC();
  const [edited, setEdited] = useQueryState("edit", { history: "replace" });
  const { data } = useSuspenseQuery(trpc.subsidiaries.settings.queryOptions());
  useLive(["company"], [trpc.subsidiaries.pathKey()]);
  const chosen = data.find(({ id }) => id === edited);
  return (
    <Section
      id="subsidiaries"
      title="Subsidiaries"
      about="The USDOT number of a subsidiary goes with each of its invoices."
      action={
        <Button variant="primary" className="max-sm:h-10" onClick={() => setEdited(NEW)}>
          Add subsidiary
        </Button>
      }
    >
      {data.length === 0 && (
        <EmptyState title="No subsidiary yet">
          Loads, logins at OTR Solutions and texts on invoices belong to a subsidiary. Add the first one.
        </EmptyState>
      )}
      <ul className="max-w-4xl rounded-md border bg-card empty:hidden">
        {data.map((subsidiary) => (
          <SubsidiaryItem
            key={subsidiary.id}
            subsidiary={subsidiary}
            onEdit={() => setEdited(subsidiary.id)}
          />
        ))}
      </ul>
      {(chosen || edited === NEW) && (
        <SubsidiaryDialog key={edited} subsidiary={chosen ?? null} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

type ItemProps = { subsidiary: SubsidiarySettings; onEdit: () => void };

function SubsidiaryItem({ subsidiary, onEdit }: ItemProps) {
  const { id, name, city, state, usdotNumber, mcNumber } = subsidiary;
  const place = [city, state].filter(Boolean).join(", ");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm not-first:border-t">
      <span className="min-w-0 flex-1 basis-48">
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
      <Link
        href={`/management/integrations?subsidiary=${id}`}
        aria-label={`Integrations of ${name}`}
        className="text-link underline-offset-4 hover:underline"
      >
        Integrations
      </Link>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Edit ${name}`}
        className="max-sm:size-10"
        onClick={onEdit}
      >
        <Pencil aria-hidden />
      </Button>
    </li>
  );
}
