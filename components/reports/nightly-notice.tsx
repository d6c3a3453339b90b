import { Alert } from "#components/ui/alert.tsx";
import { MeaningShape } from "#components/ui/status-chip.tsx";
import { syncResultLine } from "#server/factoring/rules/sync-counts.ts";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import type { NightlyRun, ReportOverview } from "#server/reports/schemas.ts";
import { When } from "./when.tsx";

type Props = Pick<ReportOverview, "nightly">;

/** The last nightly sync in a line; a night that is missing or went wrong as an alert with what to do (R31). */
export function NightlyNotice({ nightly }: Props) {
  const trouble = troubleOf(nightly);
  return (
    <div className="flex flex-col gap-2 px-4 md:px-6">
      {trouble && <Alert role="status">{trouble}</Alert>}
      {nightly.lastRun?.troubles.map(({ subsidiaryName, message }) => (
        <Alert key={`${subsidiaryName} ${message}`} role="status">
          <span>
            The last nightly sync
            {subsidiaryName && (
              <>
                {" "}
                of <b className="font-semibold">{subsidiaryName}</b>
              </>
            )}
            : {message}
          </span>
        </Alert>
      ))}
      <LastRun nightly={nightly} />
    </div>
  );
}

function LastRun({ nightly: { verdict, lastRun } }: Props) {
  return (
    <p className="flex items-baseline gap-2 text-muted-foreground text-sm">
      <MeaningShape meaning={verdict.kind === "ran" ? "done" : "pending"} className="self-center" />
      {lastRun ? (
        <span>
          Last nightly sync: <When at={lastRun.finishedAt ?? lastRun.startedAt} />, {outcome(lastRun)}
        </span>
      ) : (
        <span>{NO_RUN[verdict.kind] ?? "No nightly sync has run yet."}</span>
      )}
    </p>
  );
}

const NO_RUN: Partial<Record<ReportOverview["nightly"]["verdict"]["kind"], string>> = {
  not_connected: "No nightly sync: no subsidiary is connected to OTR Solutions.",
  not_due_yet: "The first nightly sync starts at 02:00.",
};

function outcome(run: NightlyRun): string {
  if (!run.finishedAt) return "not finished yet";
  return syncResultLine(run.counts);
}

const WHAT_TO_DO =
  "Statuses below may be older than a day. Open a batch and press SYNC TRANSACTIONS to update it now; the next nightly sync starts at 02:00.";

function troubleOf({ verdict, lastRun }: ReportOverview["nightly"]): string | null {
  if (verdict.kind === "stuck" && lastRun) {
    return `The nightly sync of ${formatCalendarDate(lastRun.nightOf)} started but did not finish. ${WHAT_TO_DO}`;
  }
  if (verdict.kind !== "missed") return null;
  const night = `The nightly sync of ${formatCalendarDate(verdict.nightOf)} did not run.`;
  if (verdict.nights === 1) return `${night} ${WHAT_TO_DO}`;
  return `${night} It is the ${ordinal(verdict.nights)} night in a row: tell whoever runs Lading that background jobs have stopped. ${WHAT_TO_DO}`;
}

function ordinal(n: number): string {
  const endings: Record<Intl.LDMLPluralRule, string> = {
    one: "st",
    two: "nd",
    few: "rd",
    other: "th",
    many: "th",
    zero: "th",
  };
  return `${n}${endings[new Intl.PluralRules("en-US", { type: "ordinal" }).select(n)]}`;
}
