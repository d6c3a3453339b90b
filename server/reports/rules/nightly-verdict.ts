import { localDate, sortable } from "#server/kernel/local-time.ts";

/** The nightly sync starts at 02:00 in the company's zone; from 03:00 on, one that has not is missed (R31). */
const DUE_HOUR = "03:00";
/** A run that has not ended after this long has stopped. */
const STUCK_AFTER_MS = 2 * 60 * 60_000;

type Run = { nightOf: string; startedAt: string; finishedAt: string | null };

type Facts = {
  lastRun: Run | null;
  /** When the oldest usable OTR login was saved; null when there is none. */
  connectedAt: Date | null;
  timeZone: string;
  now: Date;
};

/** How the nightly sync stands: never due yet, fine, running, stopped half-way, or a night without a run. */
export type NightlyVerdict =
  | { kind: "not_connected" }
  | { kind: "not_due_yet" }
  | { kind: "ran" }
  | { kind: "running" }
  | { kind: "stuck" }
  | { kind: "missed"; nightOf: string; nights: number };

/** Judges the last nightly run against the night that should have run by now. Dates are local calendar dates. */
export function nightlyVerdict({ lastRun, connectedAt, timeZone, now }: Facts): NightlyVerdict {
  if (!connectedAt) return lastRun ? { kind: "ran" } : { kind: "not_connected" };
  const due = lastDueNight(now, timeZone);
  const first = firstNight(connectedAt, timeZone);
  const lastDone = latest(lastRun?.nightOf, dayBefore(first));
  if (due > lastDone) return { kind: "missed", nightOf: due, nights: daysBetween(lastDone, due) };
  if (!lastRun) return { kind: "not_due_yet" };
  if (lastRun.finishedAt) return { kind: "ran" };
  const runsFor = now.getTime() - new Date(lastRun.startedAt).getTime();
  return runsFor > STUCK_AFTER_MS ? { kind: "stuck" } : { kind: "running" };
}

function lastDueNight(now: Date, timeZone: string): string {
  const clock = sortable(now.toISOString(), timeZone).slice(11);
  const today = localDate(now, timeZone);
  return clock >= DUE_HOUR ? today : dayBefore(today);
}

/** A login saved before 02:00 is asked the same night, a later one the next. */
function firstNight(connectedAt: Date, timeZone: string): string {
  const clock = sortable(connectedAt.toISOString(), timeZone).slice(11);
  const day = localDate(connectedAt, timeZone);
  return clock < "02:00" ? day : addDays(day, 1);
}

function latest(date: string | undefined, floor: string): string {
  return date && date > floor ? date : floor;
}

function dayBefore(date: string): string {
  return addDays(date, -1);
}

function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
