import { Section } from "#components/layout/section.tsx";
import { formatCents } from "#server/kernel/money.ts";
import { LOAD_LINE_LABELS } from "#server/loads/rules/load-line-kind.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

/** Line haul and accessorials with their total. */
export function LoadCharges({ load }: { load: LoadDetails }) {
  return (
    <Section id="charges" title="Charges">
      <table className="w-full text-sm tabular-nums">
        <tbody>
          {load.lines.map((line, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a charge is known by its place alone.
            <tr key={position} className="border-b">
              <th scope="row" className="py-1.5 text-left font-normal">
                {LOAD_LINE_LABELS[line.kind]}
                {line.description && <span className="text-muted-foreground"> {line.description}</span>}
              </th>
              <td className="py-1.5 text-right">{formatCents(line.cents)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1.5 text-left font-semibold">
              Total
            </th>
            <td className="py-1.5 text-right font-semibold">{formatCents(load.totalCents)}</td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
