import type { MoneyWeek } from "#server/home/schemas.ts";
import { formatCents } from "#server/kernel/money.ts";

/** A line of the chart in per cent of its height and width, top left at 0. */
export type Line = {
  name: "accepted" | "financed";
  label: string;
  /** For SVG's polyline. */
  points: string;
  /** Where its label stands, beside its end but clear of the other's. */
  labelTop: number;
  /** What it says, for those who don't see it. */
  words: string;
};

/** Labels nearer than this, in per cent of the height, would print over each other. */
const LABEL_ROOM = 11;

const SERIES = [
  { name: "accepted", label: "Accepted", read: (week: MoneyWeek) => week.acceptedCents },
  { name: "financed", label: "Financed", read: (week: MoneyWeek) => week.financedCents },
] as const;

/** The geometry of the weeks' money. `top` is the round amount in cents at the top of the scale; 0: there is none. */
export function chartOf(weeks: readonly MoneyWeek[]): { top: number; lines: Line[] } {
  const highest = Math.max(0, ...weeks.flatMap((week) => SERIES.map(({ read }) => read(week))));
  const top = roundUp(highest);
  if (top === 0) return { top, lines: [] };
  const heightOf = (cents: number) => round(100 - (cents / top) * 100);
  const lines = SERIES.map(({ name, label, read }) => {
    const amounts = weeks.map(read);
    const last = amounts.at(-1) ?? 0;
    const total = amounts.reduce((sum, cents) => sum + cents, 0);
    return {
      name,
      label,
      points: amounts
        .map((cents, index) => `${round((index / Math.max(1, weeks.length - 1)) * 100)},${heightOf(cents)}`)
        .join(" "),
      labelTop: heightOf(last),
      words: `${label}: ${formatCents(total)} in ${weeks.length} weeks, ${formatCents(last)} of it this week so far.`,
    };
  });
  return { top, lines: keptApart(lines) };
}

/** The next amount of 1, 2 or 5 times a power of ten dollars. */
function roundUp(cents: number): number {
  if (cents === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(cents / 100));
  const step = [1, 2, 5, 10].find((factor) => factor * power * 100 >= cents) ?? 10;
  return step * power * 100;
}

function keptApart(lines: Line[]): Line[] {
  const [first, second] = lines.toSorted((a, b) => a.labelTop - b.labelTop);
  if (!first || !second) return lines;
  const lack = LABEL_ROOM - (second.labelTop - first.labelTop);
  if (lack <= 0) return lines;
  const up = Math.max(0, Math.min(first.labelTop, 100 - LABEL_ROOM, first.labelTop - lack / 2));
  const places = new Map([
    [first.name, up],
    [second.name, up + LABEL_ROOM],
  ]);
  return lines.map((line) => ({ ...line, labelTop: places.get(line.name) ?? line.labelTop }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
