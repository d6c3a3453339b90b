import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import { isOtherBroker } from "#server/credit-check/rules/broker-name.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import type { CreditCheckState } from "./use-credit-check.ts";

type CreditNoticesProps = { check: CreditCheckState; customerId: CustomerId };

const link = "text-link underline underline-offset-4";

/**
 * What a person must know of a broker's credit beyond its icon: why no check is possible, that OTR is slow or could
 * not answer, and that the MC number seems to be somebody else's (R13, OTR §10.10).
 */
export function CreditNotices({ check, customerId }: CreditNoticesProps) {
  const { credit, slow, waiting, error } = check;
  if (!credit) return null;
  const { obstacle, desks, name, mcNumber } = credit;
  const stale = new Set(desks.flatMap(({ mark }) => (mark?.stale && !obstacle ? [mark.stale] : [])));
  const otherName = desks.find(({ mark }) => mark && isOtherBroker(name, mark.broker))?.mark?.broker;
  return (
    <>
      {error && <Alert>Credit was not checked. {error}</Alert>}
      {obstacle && (
        <Alert role="status" meaning={obstacle.obstacle === "not_factored" ? "pending" : "attention"}>
          {obstacle.sentence}
          {obstacle.fix && (
            <Link href={obstacle.fix.href} className={link}>
              {obstacle.fix.label}
            </Link>
          )}
        </Alert>
      )}
      {slow && (
        <Alert role="status" meaning="pending">
          OTR Solutions is slow to answer. The icon changes by itself as soon as it does; you can leave this
          page.
        </Alert>
      )}
      {!waiting &&
        [...stale].map((reason) => (
          <Alert key={reason} role="status">
            Credit is not up to date: {reason}
          </Alert>
        ))}
      {otherName && (
        <Alert role="status">
          OTR knows MC {mcNumber} as “{otherName}”. If that is another company, its credit is shown here and
          its invoices would go to the wrong broker.
          <Link href={`/customers/${customerId}#mc-number`} className={link}>
            Correct the MC number
          </Link>
        </Alert>
      )}
    </>
  );
}
