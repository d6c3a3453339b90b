import Link from "next/link";
import { Section } from "#components/layout/section.tsx";
import { Table, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { BillingHome, Stage } from "#server/home/schemas.ts";
import { formatCount } from "#server/kernel/count.ts";
import { formatCents } from "#server/kernel/money.ts";

type StagesProps = Pick<BillingHome, "stages">;

/** Where the money stands now, from the queue to the bank. */
export function MoneyStages({ stages }: StagesProps) {
  const rows: { name: string; href: string; stage: Stage; unit: "load" | "invoice" }[] = [
    { name: "Queued", href: "/accounting/factoring-upload", stage: stages.queued, unit: "load" },
    { name: "At OTR, not funded yet", href: "/reports/factoring", stage: stages.atOtr, unit: "invoice" },
    {
      name: "Financed this week",
      href: "/reports/factoring",
      stage: stages.financedThisWeek,
      unit: "invoice",
    },
    {
      name: "Financed this month",
      href: "/reports/factoring",
      stage: stages.financedThisMonth,
      unit: "invoice",
    },
  ];
  return (
    <Section id="money" title="Where the money is" about="Invoice amounts, before OTR's fee and reserve.">
      <Table className="max-w-xl">
        <thead>
          <tr>
            <TableHead>Stage</TableHead>
            <TableHead className="w-24 text-right">Count</TableHead>
            <TableHead className="w-28 text-right">Amount</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, stage, unit }) => (
            <TableRow key={name}>
              <TableCell>
                <Link href={href} className="text-link hover:underline">
                  {name}
                </Link>
              </TableCell>
              <TableCell numeric>{counted(stage.count, unit)}</TableCell>
              <TableCell numeric className="font-medium">
                {formatCents(stage.cents)}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function counted(count: number, unit: string): string {
  return `${formatCount(count)} ${unit}${count === 1 ? "" : "s"}`;
}
