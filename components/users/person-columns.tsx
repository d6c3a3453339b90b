import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { When } from "#components/reports/when.tsx";
import { ROLE_LABELS } from "#server/auth/rules/permissions.ts";
import type { PersonRow } from "./person-row.ts";
import { PersonState } from "./person-state.tsx";

/** The phone's two-line row: name and state over e-mail and role. */
export const PERSON_PHONE_GRID = "max-md:grid-cols-[minmax(0,1fr)_auto]";

const personOf = (row: PersonRow) => (row.kind === "user" ? row.user : row.invitation);

/** The columns of Management > Users. `onOpen` opens what may be changed. */
export function personColumns(onOpen: (row: PersonRow) => void): DataTableColumn<PersonRow>[] {
  return [
    {
      id: "name",
      header: "Name",
      className: "max-md:col-start-1 max-md:row-start-1",
      cell: (row) => <Name row={row} onOpen={onOpen} />,
    },
    {
      id: "email",
      header: "E-mail",
      className: "max-md:col-start-1 max-md:row-start-2 max-md:text-muted-foreground",
      cell: (row) => <span title={personOf(row).email}>{personOf(row).email}</span>,
    },
    {
      id: "role",
      header: "Role",
      width: "120px",
      className: "max-md:col-start-2 max-md:row-start-2 max-md:text-right max-md:text-muted-foreground",
      cell: (row) => ROLE_LABELS[personOf(row).role],
    },
    {
      id: "billing",
      header: "Billing",
      width: "72px",
      className: "max-md:hidden",
      cell: (row) => (personOf(row).billing ? "Yes" : <span className="text-muted-foreground">No</span>),
    },
    {
      id: "last-sign-in",
      header: "Last sign-in",
      width: "176px",
      className: "max-md:hidden",
      cell: LastSignIn,
    },
    {
      id: "state",
      header: "State",
      width: "216px",
      className: "max-md:col-start-2 max-md:row-start-1 max-md:text-right",
      cell: (row) => <PersonState row={row} />,
    },
  ];
}

function Name({ row, onOpen }: { row: PersonRow; onOpen: (row: PersonRow) => void }) {
  const { name } = personOf(row);
  return (
    <span className="flex items-baseline gap-1.5">
      <button
        type="button"
        onClick={() => onOpen(row)}
        title={name}
        className="truncate font-medium text-link hover:underline"
      >
        {name}
      </button>
      {row.kind === "user" && row.isYou && <span className="text-muted-foreground">(you)</span>}
    </span>
  );
}

function LastSignIn(row: PersonRow) {
  if (row.kind === "user" && row.user.lastSignInAt) return <When at={row.user.lastSignInAt} />;
  return <span className="text-muted-foreground">{row.kind === "user" ? "Never" : "Not joined yet"}</span>;
}
