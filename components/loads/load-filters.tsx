import { skipToken, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useCallback } from "react";
import { CustomerPicker } from "#components/customers/customer-picker.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { LOAD_STATUS_LABELS, LOAD_STATUSES } from "#server/loads/rules/load-status.ts";
import { type LoadSearchParams, toLoadFilter } from "./load-search-params.ts";

type LoadFiltersProps = {
  params: LoadSearchParams;
  narrow: (change: { [Name in keyof LoadSearchParams]?: LoadSearchParams[Name] | null }) => void;
};

/** What narrows the list: words, status, subsidiary and customer, all in the address. */
export function LoadFilters({ params, narrow }: LoadFiltersProps) {
  const trpc = useTRPC();
  const search = useCallback((q: string) => narrow({ q: q || null }), [narrow]);
  const { data: subsidiaries = [] } = useQuery(trpc.subsidiaries.list.queryOptions());
  const { customerId } = toLoadFilter(params);
  const customer = useQuery(trpc.customers.get.queryOptions(customerId ? { customerId } : skipToken));
  return (
    <search aria-label="Filter loads" className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
      <SearchBox
        label="Search loads"
        placeholder="Load, PO, customer or MC"
        value={params.q}
        onSearch={search}
      />
      <Select
        aria-label="Status"
        value={params.status ?? ""}
        onChange={({ target }) =>
          narrow({ status: LOAD_STATUSES.find((status) => status === target.value) ?? null })
        }
      >
        <option value="">Every status</option>
        {LOAD_STATUSES.map((status) => (
          <option key={status} value={status}>
            {LOAD_STATUS_LABELS[status]}
          </option>
        ))}
      </Select>
      {subsidiaries.length > 1 && (
        <Select
          aria-label="Subsidiary"
          value={params.subsidiary}
          onChange={({ target }) => narrow({ subsidiary: target.value || null })}
          className="max-w-56"
        >
          <option value="">Every subsidiary</option>
          {subsidiaries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <span className="flex items-center gap-1">
        <CustomerPicker
          id="customer-filter"
          chosen={customerId ? (customer.data?.name ?? "") : ""}
          onChoose={({ id }) => narrow({ customer: id })}
          hideLabel
          placeholder="Every customer"
          className="w-56"
        />
        {customerId && (
          <Button
            variant="ghost"
            size="icon"
            aria-label="Show every customer"
            onClick={() => narrow({ customer: null })}
          >
            <X aria-hidden />
          </Button>
        )}
      </span>
    </search>
  );
}
