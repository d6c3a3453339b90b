import Link from "next/link";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { INVOICING_METHOD_LABELS } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerRow } from "#server/customers/schemas.ts";
import { CUSTOMER_KIND_LABELS } from "./customer-kind.ts";

/** The phone's two-line row: name and MC over city and invoicing. */
export const CUSTOMER_PHONE_GRID = "max-md:grid-cols-[minmax(0,1fr)_auto]";

/** The columns of Customers (R11). */
export const CUSTOMER_COLUMNS: DataTableColumn<CustomerRow>[] = [
  {
    id: "name",
    header: "Customer",
    className: "max-md:col-start-1 max-md:row-start-1",
    cell: NameWithCredit,
  },
  { id: "kind", header: "Kind", width: "88px", className: "max-md:hidden", cell: Kind },
  {
    id: "mc",
    header: "MC number",
    width: "104px",
    className: "tabular-nums max-md:col-start-2 max-md:row-start-1 max-md:text-right",
    cell: ({ mcNumber }) => mcNumber ?? <span className="text-muted-foreground">None</span>,
  },
  {
    id: "place",
    header: "City",
    width: "184px",
    className: "max-md:col-start-1 max-md:row-start-2 max-md:text-muted-foreground",
    cell: ({ city, state }) => [city, state].filter(Boolean).join(", "),
  },
  {
    id: "invoicing",
    header: "Invoicing",
    width: "216px",
    className: "max-md:col-start-2 max-md:row-start-2 max-md:text-right max-md:text-muted-foreground",
    cell: Invoicing,
  },
];

function NameWithCredit({ id, name, invoicing }: CustomerRow) {
  const several = invoicing.filter(({ credit }) => credit !== null).length > 1;
  return (
    <span className="flex items-center gap-1.5">
      {invoicing.map(({ subsidiaryId, subsidiaryName, credit }) => (
        <CreditIcon key={subsidiaryId} mark={credit} of={several ? subsidiaryName : undefined} />
      ))}
      <Link href={`/customers/${id}`} className="truncate font-medium text-link hover:underline" title={name}>
        {name}
      </Link>
    </span>
  );
}

function Kind({ kind }: CustomerRow) {
  return CUSTOMER_KIND_LABELS[kind];
}

/** Each method once: "Factoring, Email". Which subsidiary has which stands in the title. */
function Invoicing({ invoicing }: CustomerRow) {
  const words = new Set(invoicing.flatMap(({ method }) => (method ? [INVOICING_METHOD_LABELS[method]] : [])));
  if (words.size === 0) return <span className="text-muted-foreground">Not set</span>;
  const title = invoicing.map(
    ({ subsidiaryName, method }) =>
      `${subsidiaryName}: ${method ? INVOICING_METHOD_LABELS[method] : "not set"}`,
  );
  return <span title={title.join("\n")}>{[...words].join(", ")}</span>;
}
