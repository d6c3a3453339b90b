import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { formatCents } from "#server/kernel/money.ts";
import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import type { NavGroup, NavLink } from "./navigation.ts";
import { paletteWords } from "./palette-words.ts";
import { useSettled } from "./use-settled.ts";

/** What one may open and make, whatever is typed. */
export type PalettePlaces = { groups: NavGroup[]; actions: NavLink[]; mayBill: boolean };

/** A line of the palette: where it leads, and what is told of it besides its name. */
export type PaletteItem = { id: string; href: string; label: string; note: string };

const PAUSE_MS = 150;
const SHOWN = 6;

/** Pages and actions at once, and what the server finds when typing pauses; `searching` until its answer is there. */
export function usePaletteSearch(typed: string, places: PalettePlaces) {
  const trpc = useTRPC();
  const wanted = useSettled(typed.trim(), PAUSE_MS);
  const { loads, customers, batchDigits } = paletteWords(wanted);
  const foundLoads = useQuery(trpc.loads.list.queryOptions({ search: loads }, { enabled: loads !== null }));
  const foundCustomers = useQuery(
    trpc.customers.list.queryOptions({ search: customers }, { enabled: customers !== null }),
  );
  const foundBatches = useQuery(
    trpc.factoring.findBatches.queryOptions(
      { digits: batchDigits ?? "" },
      { enabled: places.mayBill && batchDigits !== null },
    ),
  );
  const asked = [foundLoads, foundCustomers, foundBatches];
  return {
    searching: typed.trim() !== wanted || asked.some(({ isFetching }) => isFetching),
    failed: asked.some(({ isError }) => isError),
    groups: [
      { heading: "Pages", items: pagesOf(places.groups, typed) },
      { heading: "Actions", items: actionsOf(places.actions, typed) },
      {
        heading: "Customers",
        items: (foundCustomers.data?.rows ?? []).slice(0, SHOWN).map(
          ({ id, name, mcNumber }): PaletteItem => ({
            id,
            href: `/customers/${id}`,
            label: name,
            note: mcNumber ? `MC ${mcNumber}` : "No MC",
          }),
        ),
      },
      {
        heading: "Loads",
        items: (foundLoads.data?.rows ?? []).slice(0, SHOWN).map(
          ({ id, number, customer, status }): PaletteItem => ({
            id,
            href: `/loads/${id}`,
            label: number,
            note: `${customer} · ${LOAD_STATUS_LABELS[status]}`,
          }),
        ),
      },
      {
        heading: "Batches",
        items: (foundBatches.data ?? []).map(
          ({ id, number, totalCents }): PaletteItem => ({
            id,
            href: `/reports/factoring/${id}`,
            label: `Batch ${number}`,
            note: formatCents(totalCents),
          }),
        ),
      },
    ].filter(({ items }) => items.length > 0),
  };
}

function pagesOf(groups: NavGroup[], typed: string): PaletteItem[] {
  return groups
    .flatMap(({ title, links }) => links.map(({ href, label }) => ({ id: href, href, label, note: title })))
    .filter(({ label, note }) => isIn(`${note} ${label}`, typed));
}

function actionsOf(actions: NavLink[], typed: string): PaletteItem[] {
  return actions
    .filter(({ label }) => isIn(label, typed))
    .map(({ href, label }) => ({ id: href, href, label, note: "" }));
}

function isIn(words: string, typed: string): boolean {
  return words.toLowerCase().includes(typed.trim().toLowerCase());
}
