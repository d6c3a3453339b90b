import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { ExceptionRow } from "./exception-row.tsx";
import { Group } from "./group.tsx";

/** Near misses: what each load still lacks, with the page that mends it (R22). */
export function NotReady({ subsidiaryId }: { subsidiaryId: SubsidiaryId }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  // Whether there are any comes with the page, so that their line never moves it; which and how many comes after.
  const { data: hasAny } = useQuery(trpc.factoring.hasNotReady.queryOptions({ subsidiaryId }));
  const { data } = useQuery(
    trpc.factoring.notReady.queryOptions({ subsidiaryId }, { enabled: hasAny === true }),
  );
  if (!hasAny || data?.count === 0) return null;
  return (
    <Group
      title="Not ready"
      meaning="pending"
      count={data?.count}
      note="Released or Queued, but something is still missing."
      first={0}
      open={open}
      onToggle={() => setOpen(!open)}
      rows={(data?.rows ?? []).map((row) => (
        <ExceptionRow
          key={row.id}
          load={row.load}
          loadId={row.id}
          customer={row.customer}
          credit={row.credit}
          cents={row.cents}
          reason={row.reason}
          advice={row.moreReasons > 0 ? `And ${row.moreReasons} more to mend.` : undefined}
          fix={row.fix}
        />
      ))}
    />
  );
}
