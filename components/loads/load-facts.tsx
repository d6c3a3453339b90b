import Link from "next/link";
import { SUBMISSION_STATE_LABELS } from "#server/factoring/rules/submission-state.ts";
import { formatCount } from "#server/kernel/count.ts";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import { formatCents } from "#server/kernel/money.ts";
import { laneOf } from "#server/loads/rules/lane.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

const count = (value: number | null, unit: string) =>
  value === null ? "Not entered" : `${formatCount(value)} ${unit}`;

const day = (value: string | null) => (value ? formatCalendarDate(value) : "Not entered");

type Fact = { name: string; value: string; id?: string };

/** What was entered of a load that can't be corrected any more. */
export function LoadFacts({ load }: { load: LoadDetails }) {
  return (
    <Facts
      facts={[
        { name: "PO number", value: load.poNumber || "Missing", id: "po-number" },
        { name: "Lane", value: laneOf(load), id: "lane" },
        { name: "Picked up", value: day(load.pickupOn) },
        { name: "Delivered", value: day(load.deliveredOn) },
        { name: "Weight", value: count(load.weightLb, "lb") },
        { name: "Miles", value: count(load.miles, "mi") },
      ]}
    />
  );
}

/** Where the load stands with its invoice and the factor. */
export function LoadStanding({ load: { invoice, submission, totalCents } }: { load: LoadDetails }) {
  const invoiced = invoice
    ? `${invoice.number}, ${formatCalendarDate(invoice.date)}, ${formatCents(invoice.cents)}`
    : "Not invoiced yet";
  return (
    <Facts
      facts={[
        { name: "Total", value: formatCents(totalCents) },
        { name: "Invoice", value: invoiced },
      ]}
    >
      {submission && (
        <div className="contents">
          <dt className="text-muted-foreground">Factoring</dt>
          <dd>
            {SUBMISSION_STATE_LABELS[submission.state]}, in{" "}
            <Link href={`/reports/factoring/${submission.batchId}`} className="text-link hover:underline">
              batch {submission.batchNumber}
            </Link>
          </dd>
        </div>
      )}
    </Facts>
  );
}

function Facts({ facts, children }: { facts: Fact[]; children?: React.ReactNode }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm tabular-nums">
      {facts.map(({ name, value, id }) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd id={id}>{value}</dd>
        </div>
      ))}
      {children}
    </dl>
  );
}
