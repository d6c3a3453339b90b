import { Alert } from "#components/ui/alert.tsx";
import { formatCount } from "#server/kernel/count.ts";

type WillFailProps = { failing: { load: string; customer: string }[]; of: number };

const SHOWN = 6;

/** Which of the chosen invoices will fail and why; the rest proceed (R25). */
export function WillFail({ failing, of }: WillFailProps) {
  if (failing.length === 0) return null;
  const many = failing.length > 1;
  const rest = of - failing.length;
  return (
    <Alert meaning="attention" role="note">
      <span className="font-medium">
        {many ? `${failing.length} invoices` : "1 invoice"} will fail: no MC number.
      </span>
      <span>{rest === 0 ? "Nothing will be sent." : `The other ${formatCount(rest)} will go.`}</span>
      <ul className="basis-full">
        {failing.slice(0, SHOWN).map(({ load, customer }) => (
          <li key={load} className="truncate">
            <span className="font-medium tabular-nums">{load}</span> {customer}
          </li>
        ))}
        {failing.length > SHOWN && <li>And {failing.length - SHOWN} more.</li>}
      </ul>
    </Alert>
  );
}
