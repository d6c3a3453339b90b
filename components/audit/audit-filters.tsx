import { useSuspenseQuery } from "@tanstack/react-query";
import { DateField } from "#components/layout/date-field.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { ACTION_GROUPS, AUDIT_ACTION_NAMES } from "#server/audit/rules/action-groups.ts";
import { AUDIT_ACTIONS } from "#server/audit/rules/actions.ts";
import { BACKGROUND } from "#server/audit/rules/background.ts";
import { isFiltered } from "./audit-search-params.ts";
import type { useAuditFilter } from "./use-audit.ts";

type Props = { filter: ReturnType<typeof useAuditFilter> };

/** What narrows the audit; everything in it is in the address. */
export function AuditFilters({ filter: { params, filter, set, search, clear } }: Props) {
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6" aria-label="Filter audit">
      <SearchBox
        label="Search audit"
        placeholder="Load, invoice, batch or customer"
        value={params.about}
        onSearch={search}
      />
      <Select
        aria-label="What"
        value={filter.action ?? ""}
        onChange={({ target }) =>
          set({ action: AUDIT_ACTION_NAMES.find((action) => action === target.value) ?? null })
        }
        className="max-w-60"
      >
        <option value="">Everything</option>
        {ACTION_GROUPS.map(({ title, actions }) => (
          <optgroup key={title} label={title}>
            {actions.map((action) => (
              <option key={action} value={action}>
                {AUDIT_ACTIONS[action]}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <PersonChoice value={filter.person ?? ""} onChange={(person) => set({ person })} />
      <div className="flex gap-2 max-sm:w-full">
        <DateField label="From" value={params.from} onChange={(from) => set({ from })} />
        <DateField label="To" value={params.to} onChange={(to) => set({ to })} />
      </div>
      {isFiltered(filter) && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </search>
  );
}

type ChoiceProps = { value: string; onChange: (value: string | null) => void };

function PersonChoice({ value, onChange }: ChoiceProps) {
  const trpc = useTRPC();
  const { data: people } = useSuspenseQuery(trpc.audit.people.queryOptions());
  return (
    <Select
      aria-label="Who"
      value={value}
      onChange={({ target }) => onChange(target.value || null)}
      className="max-w-52"
    >
      <option value="">Everyone</option>
      <option value={BACKGROUND}>Background job</option>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
