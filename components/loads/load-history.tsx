import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { formatDayTime } from "#server/kernel/local-time.ts";
import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

/** Every change of the load's status: when, by whom, and why where it was said. */
export function LoadHistory({ history }: { history: LoadDetails["history"] }) {
  const timeZone = useCompanyTimeZone();
  if (history.length === 0) return <p className="text-muted-foreground text-sm">No changes yet.</p>;
  return (
    <ol className="grid gap-1 text-sm">
      {history.map(({ to, at, byName, reason }) => (
        <li key={`${to} ${at}`} className="grid grid-cols-[160px_minmax(0,1fr)] gap-x-4">
          <span className="text-muted-foreground tabular-nums">
            {formatDayTime(at, timeZone, new Date())}
          </span>
          <span>
            <span className="font-medium">{LOAD_STATUS_LABELS[to]}</span>
            {byName ? ` by ${byName}` : ", by Lading"}
            {reason && <span className="text-muted-foreground">: {reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
