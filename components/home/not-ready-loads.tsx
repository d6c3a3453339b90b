import Link from "next/link";
import type { BillingHome } from "#server/home/schemas.ts";
import { HomeList } from "./home-list.tsx";

/** Loads that lack something on their way to the factor, by subsidiary. */
export function NotReadyLoads({ notReady }: Pick<BillingHome, "notReady">) {
  if (notReady.length === 0) return null;
  const count = notReady.reduce((sum, { loads }) => sum + loads, 0);
  return (
    <HomeList id="not-ready" title="Loads not ready for the factor" meaning="pending" count={count}>
      {notReady.map(({ subsidiaryId, subsidiaryName, loads }) => (
        <li key={subsidiaryId} className="flex min-h-9 items-center gap-x-3 px-3 py-1.5">
          <span className="min-w-0 flex-1 truncate">{subsidiaryName}</span>
          <Link
            href={`/accounting/factoring-upload?subsidiary=${subsidiaryId}`}
            prefetch={false}
            className="text-link underline-offset-4 hover:underline"
          >
            {loads === 1 ? "See what 1 load lacks" : `See what ${loads} loads lack`}
          </Link>
        </li>
      ))}
    </HomeList>
  );
}
