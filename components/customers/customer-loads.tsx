import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Section } from "#components/layout/section.tsx";
import { LoadStatusChip } from "#components/loads/load-status-chip.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Table, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { CustomerProfile } from "#server/customers/schemas.ts";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { LoadRow } from "#server/loads/schemas.ts";

const SHOWN = 20;

/** The customer's latest loads, and the way to all of them. */
export function CustomerLoads({ customer }: { customer: CustomerProfile }) {
  const trpc = useTRPC();
  const loads = useQuery(trpc.loads.list.queryOptions({ customerId: customer.id }));
  const rows = loads.data?.rows.slice(0, SHOWN) ?? [];
  return (
    <Section
      id="loads"
      title="Loads"
      about={customer.loads.all > SHOWN ? `The latest ${SHOWN} of ${customer.loads.all}.` : undefined}
      action={
        customer.loads.all > 0 && (
          <Link
            href={`/loads?customer=${customer.id}`}
            className="text-link text-sm underline-offset-4 hover:underline"
          >
            All loads of this customer
          </Link>
        )
      }
    >
      {loads.error && <Alert meaning="failed">{loads.error.message}</Alert>}
      {customer.loads.all === 0 ? (
        <p className="text-muted-foreground text-sm">No load has been entered for this customer yet.</p>
      ) : (
        <div className="rounded-md border">
          <Table aria-label={`Latest loads of ${customer.name}`} aria-busy={loads.isPending}>
            <thead>
              <tr>
                <TableHead className="w-28">Load #</TableHead>
                <TableHead className="w-28">Status</TableHead>
                <TableHead className="max-sm:hidden">Lane</TableHead>
                <TableHead className="w-28 max-sm:hidden">Delivered</TableHead>
                <TableHead className="w-28 text-right">Amount</TableHead>
              </tr>
            </thead>
            <tbody>
              {rows.map((load) => (
                <LoadLine key={load.id} load={load} />
              ))}
              {loads.isPending && <PendingLines count={Math.min(customer.loads.all, SHOWN)} />}
            </tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}

function LoadLine({ load }: { load: LoadRow }) {
  return (
    <TableRow>
      <TableCell>
        <Link
          href={`/loads/${load.id}`}
          prefetch={false}
          className="font-medium text-link tabular-nums hover:underline"
        >
          {load.number}
        </Link>
      </TableCell>
      <TableCell>
        <LoadStatusChip status={load.status} />
      </TableCell>
      <TableCell className="max-sm:hidden" title={load.lane}>
        {load.lane}
      </TableCell>
      <TableCell className="tabular-nums max-sm:hidden">
        {load.deliveredOn && formatCalendarDate(load.deliveredOn)}
      </TableCell>
      <TableCell numeric>{formatCents(load.cents)}</TableCell>
    </TableRow>
  );
}

/** As many lines as come, so that nothing moves. */
function PendingLines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same.
    <TableRow key={line}>
      <TableCell colSpan={5}>
        <Skeleton className="w-40" />
      </TableCell>
    </TableRow>
  ));
}
