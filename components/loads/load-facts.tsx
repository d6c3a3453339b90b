import Link from "next/link";
import { SUBMISSION_STATE_LABELS } from "#server/factoring/rules/submission-state.ts";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

const count = (value: number | null, unit: string) =>
  value === null ? "Not entered" : `${value.toLocaleString("en-US")} ${unit}`;

const day = (value: string | null) => (value ? formatCalendarDate(value) : "Not entered");

/** What is known of a load and can't be changed here. */
export function LoadFacts({ load }: { load: LoadDetails }) {
  const { invoice, submission } = load;
  const facts = [
    ["Picked up", day(load.pickupOn)],
    ["Delivered", day(load.deliveredOn)],
    ["Weight", count(load.weightLb, "lb")],
    ["Miles", count(load.miles, "mi")],
    [
      "Invoice",
      invoice
        ? `${invoice.number}, ${formatCalendarDate(invoice.date)}, ${formatCents(invoice.cents)}`
        : "Not invoiced yet",
    ],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm tabular-nums">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
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
    </dl>
  );
}
