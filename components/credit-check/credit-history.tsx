import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { When } from "#components/reports/when.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { CREDIT_ICON_LABELS, creditIcon } from "#server/credit-check/rules/credit-decision.ts";
import { creditReason } from "#server/credit-check/rules/credit-mark.ts";
import type { CreditCheckRow } from "#server/credit-check/schemas.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import { TRIGGER_WORDS } from "./trigger-words.ts";

/** The customer's newest 20 checks, each with what OTR said; the wire's part only when opened. */
export function CreditHistory({ customerId }: { customerId: CustomerId }) {
  const trpc = useTRPC();
  const history = useQuery(trpc.credit.history.queryOptions({ customerId }));
  return (
    <div className="grid gap-2">
      <h3 className="font-medium text-sm">Earlier checks</h3>
      {history.isPending && <Skeleton className="h-10" />}
      {history.isError && (
        <p className="text-failed text-sm">The earlier checks could not be loaded. {history.error.message}</p>
      )}
      {history.data?.length === 0 && (
        <p className="text-muted-foreground text-sm">OTR has not been asked about this customer yet.</p>
      )}
      {history.data && history.data.length > 0 && (
        <ol className="divide-y rounded-md border text-sm">
          {history.data.map((check) => (
            <li key={check.id}>
              <details className="group">
                <summary className="grid min-h-9 cursor-pointer items-center gap-x-4 px-3 py-1.5 sm:grid-cols-[minmax(0,1fr)_auto] hover:bg-accent">
                  <Result check={check} />
                  <span className="text-muted-foreground">
                    <When at={check.at} />{" "}
                    {check.byName ? `by ${check.byName}` : TRIGGER_WORDS[check.trigger]}
                  </span>
                </summary>
                <Details check={check} />
              </details>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Result({ check: { decision, error, words } }: { check: CreditCheckRow }) {
  if (decision === null) return <span className="text-attention">No answer: {error}</span>;
  const label = CREDIT_ICON_LABELS[creditIcon(decision)];
  return (
    <span className="truncate">
      <span className="font-medium">{label}</span>
      {words && words !== label && <span className="text-muted-foreground"> · “{words}”</span>}
    </span>
  );
}

function Details({ check }: { check: CreditCheckRow }) {
  const { decision, subsidiaryName, mcNumber, broker, words, httpStatus } = check;
  const facts = [
    ["Subsidiary", subsidiaryName],
    ["MC number asked about", mcNumber],
    ["OTR's name for it", broker],
    ["OTR's words", words],
    ["What it means", decision && creditReason(decision)],
    ["HTTP status", httpStatus],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 px-3 pb-3 tabular-nums">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className="contents">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
