import Link from "next/link";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import type { BillingHome } from "#server/home/schemas.ts";
import { formatCents } from "#server/kernel/money.ts";
import { HomeList } from "./home-list.tsx";

/** Brokers that OTR wants to be called about while loads wait for them. They may be submitted all the same (R16). */
export function BrokersToCall({ toCall: { total, brokers } }: Pick<BillingHome, "toCall">) {
  if (total === 0) return null;
  const all = { label: "All in Factoring Upload", href: "/accounting/factoring-upload" };
  return (
    <HomeList
      id="to-call"
      title="Brokers to call OTR about"
      meaning="attention"
      count={total}
      all={total > brokers.length ? all : undefined}
    >
      {brokers.map(({ customerId, subsidiaryName, name, credit, loads, cents }) => (
        <li key={`${customerId} ${subsidiaryName}`} className="flex min-h-9 items-center gap-x-3 px-3 py-1.5">
          <span className="flex min-w-0 flex-1 items-center gap-1.5">
            <CreditIcon mark={credit} />
            <Link
              href={`/customers/${customerId}#credit`}
              prefetch={false}
              className="truncate font-medium text-link hover:underline"
            >
              {name}
            </Link>
          </span>
          <span className="truncate text-muted-foreground max-sm:hidden">{subsidiaryName}</span>
          <span className="whitespace-nowrap text-muted-foreground">
            {loads === 1 ? "1 load queued" : `${loads} loads queued`}
          </span>
          <span className="w-24 text-right font-medium tabular-nums">{formatCents(cents)}</span>
        </li>
      ))}
    </HomeList>
  );
}
