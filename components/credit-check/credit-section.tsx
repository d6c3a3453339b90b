import { Section } from "#components/layout/section.tsx";
import { When } from "#components/reports/when.tsx";
import { CREDIT_ICON_LABELS } from "#server/credit-check/rules/credit-decision.ts";
import type { CreditDesk } from "#server/credit-check/schemas.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import { CreditHistory } from "./credit-history.tsx";
import { CreditIcon } from "./credit-icon.tsx";
import { TRIGGER_WORDS } from "./trigger-words.ts";
import type { CreditCheckState } from "./use-credit-check.ts";

type CreditSectionProps = { check: CreditCheckState; customerId: CustomerId };

/** What OTR last said of the customer to each subsidiary's login, and what it said before (R12, R13). */
export function CreditSection({ check, customerId }: CreditSectionProps) {
  const desks = check.credit?.desks ?? [];
  return (
    <Section
      id="credit"
      title="Credit at OTR Solutions"
      about="For your information: it never keeps an invoice from being submitted."
    >
      {desks.length > 0 && (
        <ul className="divide-y rounded-md border">
          {desks.map((desk) => (
            <li
              key={desk.subsidiaryId}
              className="grid gap-x-4 gap-y-1 px-3 py-2 text-sm sm:grid-cols-[1fr_2fr]"
            >
              <span className="font-medium">{desk.subsidiaryName}</span>
              <Standing desk={desk} />
            </li>
          ))}
        </ul>
      )}
      <CreditHistory customerId={customerId} />
    </Section>
  );
}

function Standing({ desk: { mark, obstacle } }: { desk: CreditDesk }) {
  if (!mark) return <p className="text-muted-foreground">{obstacle?.sentence}</p>;
  const { icon, at, trigger, words, broker, reason, stale } = mark;
  return (
    <div className="grid gap-0.5">
      <p className="flex items-center gap-1.5 font-medium">
        <CreditIcon mark={mark} /> {CREDIT_ICON_LABELS[icon]}
      </p>
      {words && (
        <p>
          “{words}”{broker && <span className="text-muted-foreground"> · {broker}</span>}
        </p>
      )}
      {reason && <p>{reason}</p>}
      {at && (
        <p className="text-muted-foreground">
          Checked <When at={at} />
          {trigger && ` ${TRIGGER_WORDS[trigger]}`}
        </p>
      )}
      {stale && (
        <p className="text-attention">
          {at ? "Not up to date: " : ""}
          {stale}
        </p>
      )}
    </div>
  );
}
