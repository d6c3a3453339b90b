import Link from "next/link";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import { Section } from "#components/layout/section.tsx";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { CREDIT_ICON_LABELS } from "#server/credit-check/rules/credit-decision.ts";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import type { CustomerProfile } from "#server/customers/schemas.ts";

/** What OTR last said of the customer to each subsidiary's login, in its own words and with the time (R12, R13). */
export function CreditStandings({ customer }: { customer: CustomerProfile }) {
  const standings = customer.invoicing.flatMap(({ credit, ...of }) => (credit ? [{ ...of, credit }] : []));
  return (
    <Section id="credit" title="Credit at OTR Solutions">
      {standings.length > 0 && customer.mcNumber === null && (
        <Alert role="status">
          OTR finds a broker by its MC number, and this customer has none, so no check is possible.
          <a href="#mc-number" className="text-link underline underline-offset-4">
            Enter the MC number
          </a>
        </Alert>
      )}
      {standings.length === 0 ? (
        <p className="text-muted-foreground text-sm">
          Credit is checked for subsidiaries that are connected to OTR Solutions and invoice this customer
          through Factoring. There is none yet.{" "}
          <Link href="#invoicing-methods" className="text-link underline underline-offset-4">
            Set the invoicing method
          </Link>
        </p>
      ) : (
        <ul className="divide-y rounded-md border">
          {standings.map(({ subsidiaryId, subsidiaryName, credit }) => (
            <li key={subsidiaryId} className="grid gap-x-4 gap-y-1 px-3 py-2 text-sm sm:grid-cols-[1fr_2fr]">
              <span className="font-medium">{subsidiaryName}</span>
              <Standing credit={credit} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Standing({ credit }: { credit: CreditMark }) {
  const { icon, at, words, broker, stale } = credit;
  return (
    <div className="grid gap-0.5">
      <p className="flex items-center gap-1.5 font-medium">
        <CreditIcon mark={credit} /> {CREDIT_ICON_LABELS[icon]}
      </p>
      {words && (
        <p>
          “{words}”{broker && <span className="text-muted-foreground"> · {broker}</span>}
        </p>
      )}
      {icon === "call_credit" && <p>Contact OTR Solutions about this broker.</p>}
      {at && (
        <p className="text-muted-foreground">
          Checked <When at={at} />
        </p>
      )}
      {stale && <p className="text-attention">Not up to date: {stale}</p>}
    </div>
  );
}
