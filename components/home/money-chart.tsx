import { Section } from "#components/layout/section.tsx";
import { Table, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { MoneyWeek } from "#server/home/schemas.ts";
import { formatCents } from "#server/kernel/money.ts";
import { chartOf, type Line } from "./chart-of.ts";
import { compactDollars } from "./compact-dollars.ts";

/** What OTR accepted and what it financed in each of the last twelve weeks; the table is behind it. */
export function MoneyChart({ weeks }: { weeks: MoneyWeek[] }) {
  const { top, lines } = chartOf(weeks);
  const about = "By the week in which OTR accepted or financed the invoice. The last week is not over yet.";
  if (top === 0) {
    return (
      <Section id="weeks" title="Last 12 weeks">
        <p className="text-muted-foreground text-sm">
          OTR has not accepted or financed anything in this time.
        </p>
      </Section>
    );
  }
  return (
    <Section id="weeks" title="Last 12 weeks" about={about}>
      <figure className="grid gap-1">
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2">
          <Scale top={top} />
          <Plot lines={lines} />
          <EndLabels lines={lines} />
        </div>
        <Axis weeks={weeks} />
        <figcaption className="sr-only">{lines.map(({ words }) => words).join(" ")}</figcaption>
      </figure>
      <details className="text-sm">
        <summary className="w-fit cursor-pointer text-link">Show as a table</summary>
        <WeekTable weeks={weeks} />
      </details>
    </Section>
  );
}

function Scale({ top }: { top: number }) {
  return (
    <div
      aria-hidden
      className="flex h-40 flex-col justify-between text-right text-muted-foreground text-xs leading-none tabular-nums"
    >
      <span>{compactDollars(top)}</span>
      <span>{compactDollars(top / 2)}</span>
      <span>$0</span>
    </div>
  );
}

const STROKES = {
  accepted: "stroke-pending-solid [stroke-dasharray:5_4]",
  financed: "stroke-done-solid",
} as const satisfies Record<Line["name"], string>;

// Stretched to the width there is; the strokes keep theirs.
function Plot({ lines }: { lines: Line[] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="h-40 w-full overflow-visible"
    >
      {[0, 50, 100].map((y) => (
        <line
          key={y}
          x1="0"
          x2="100"
          y1={y}
          y2={y}
          className="stroke-border"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {lines.map(({ name, points }) => (
        <polyline
          key={name}
          points={points}
          fill="none"
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className={STROKES[name]}
        />
      ))}
    </svg>
  );
}

const LABEL_COLOURS = {
  accepted: "text-pending",
  financed: "text-done",
} as const satisfies Record<Line["name"], string>;

function EndLabels({ lines }: { lines: Line[] }) {
  return (
    <div aria-hidden className="relative h-40 w-20 text-xs leading-none">
      {lines.map(({ name, label, labelTop }) => (
        <span
          key={name}
          className={`absolute -translate-y-1/2 font-medium ${LABEL_COLOURS[name]}`}
          style={{ top: `${labelTop}%` }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

function Axis({ weeks }: { weeks: MoneyWeek[] }) {
  const shown = [weeks[0], weeks[Math.floor(weeks.length / 2)]].flatMap((week) => week ?? []);
  return (
    <div aria-hidden className="flex justify-between pr-22 pl-10 text-muted-foreground text-xs tabular-nums">
      {shown.map(({ monday }) => (
        <span key={monday}>{shortDay(monday)}</span>
      ))}
      <span>This week</span>
    </div>
  );
}

function WeekTable({ weeks }: { weeks: MoneyWeek[] }) {
  return (
    <Table className="mt-2 max-w-xl">
      <thead>
        <tr>
          <TableHead>Week of</TableHead>
          <TableHead className="w-28 text-right">Accepted by OTR</TableHead>
          <TableHead className="w-28 text-right">Financed</TableHead>
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map(({ monday, acceptedCents, financedCents }) => (
          <TableRow key={monday}>
            <TableCell>{shortDay(monday)}</TableCell>
            <TableCell numeric>{formatCents(acceptedCents)}</TableCell>
            <TableCell numeric>{formatCents(financedCents)}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

const day = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

function shortDay(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}
