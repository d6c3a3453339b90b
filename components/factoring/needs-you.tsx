import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { ExceptionRow } from "./exception-row.tsx";
import { Group } from "./group.tsx";
import { RetryButton } from "./retry-button.tsx";

/** Failed and unresolved submissions, each with why, what it means for the money, and the way on (R28). */
export function NeedsYou({ subsidiaryId }: { subsidiaryId: SubsidiaryId }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.factoring.needsYou.queryOptions({ subsidiaryId }));
  if (!data || data.count === 0) return null;
  return (
    <Group
      title="Needs you"
      meaning="failed"
      count={data.count}
      first={3}
      rows={data.rows.map((row) => (
        <ExceptionRow
          key={row.id}
          load={row.load}
          loadId={row.loadId}
          customer={row.customer}
          credit={row.credit}
          cents={row.cents}
          reason={row.happened}
          advice={`${row.money} ${row.todo}`}
          fix={row.fix}
          action={<RetryButton batchInvoiceId={row.id} label={row.action} load={row.load} />}
        />
      ))}
    />
  );
}
