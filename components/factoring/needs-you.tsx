import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { EXCEPTIONS_SHOWN } from "#server/factoring/rules/exceptions-shown.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { ExceptionRow } from "./exception-row.tsx";
import { Group } from "./group.tsx";
import { RetryButton } from "./retry-button.tsx";

/** Failed and unresolved submissions, each with why, what it means for the money, and the way on (R28). */
export function NeedsYou({ subsidiaryId }: { subsidiaryId: SubsidiaryId }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(
    trpc.factoring.needsYou.queryOptions(
      open ? { subsidiaryId } : { subsidiaryId, limit: EXCEPTIONS_SHOWN.first },
      { placeholderData: keepPreviousData },
    ),
  );
  if (!data || data.count === 0) return null;
  return (
    <Group
      title="Needs you"
      meaning="failed"
      count={data.count}
      first={EXCEPTIONS_SHOWN.first}
      open={open}
      onToggle={() => setOpen(!open)}
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
