import Link from "next/link";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { When } from "#components/reports/when.tsx";
import { Button } from "#components/ui/button.tsx";
import type { AuditLink, AuditRow } from "#server/audit/schemas.ts";

/** The phone's two-line row: what and about over who and when. */
export const AUDIT_PHONE_GRID = "max-md:grid-cols-[minmax(0,1fr)_auto]";

/** The columns of the audit (R34); the details open in a panel. */
export function auditColumns(onOpen: (entry: AuditRow) => void): DataTableColumn<AuditRow>[] {
  return [
    {
      id: "when",
      header: "When",
      width: "148px",
      className: "max-md:col-start-2 max-md:row-start-2 max-md:text-right max-md:text-muted-foreground",
      cell: (entry) => <When at={entry.at} />,
    },
    {
      id: "who",
      header: "Who",
      width: "152px",
      className: "max-md:col-start-1 max-md:row-start-2 max-md:text-muted-foreground",
      cell: Who,
    },
    {
      id: "what",
      header: "What",
      width: "216px",
      className: "font-medium max-md:col-start-1 max-md:row-start-1",
      cell: (entry) => <span title={entry.what}>{entry.what}</span>,
    },
    {
      id: "about",
      header: "About",
      width: "216px",
      className: "max-md:col-start-2 max-md:row-start-1 max-md:max-w-44 max-md:text-right",
      cell: (entry) => <About about={entry.about} />,
    },
    {
      id: "details",
      header: "Details",
      className: "max-md:hidden",
      cell: (entry) => <Details entry={entry} onOpen={onOpen} />,
    },
    {
      id: "ip",
      header: "From",
      width: "120px",
      className: "max-lg:hidden",
      cell: ({ ip }) =>
        ip ? <span title={ip}>{ip}</span> : <span className="text-muted-foreground">–</span>,
    },
  ];
}

function Who({ who }: AuditRow) {
  if (who) return <span title={who}>{who}</span>;
  return <span className="text-muted-foreground">Background job</span>;
}

/** A thing by its name, as a link where one may open it. */
export function About({ about: { label, href } }: { about: AuditLink }) {
  if (!href) return <span title={label}>{label}</span>;
  return (
    <Link href={href} prefetch={false} title={label} className="text-link hover:underline">
      {label}
    </Link>
  );
}

function Details({ entry, onOpen }: { entry: AuditRow; onOpen: (entry: AuditRow) => void }) {
  const text = entry.details.map(({ name, value }) => `${name}: ${value}`).join(" · ");
  return (
    <Button
      variant="link"
      size="inline"
      onClick={() => onOpen(entry)}
      className="block w-full justify-start truncate text-left font-normal text-muted-foreground"
    >
      <span className="sr-only">
        Details of {entry.what}, {entry.about.label}:{" "}
      </span>
      {text || "Open"}
    </Button>
  );
}
