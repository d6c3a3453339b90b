import { RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { CREDIT_ICON_LABELS } from "#server/credit-check/rules/credit-decision.ts";
import { CreditIcon } from "./credit-icon.tsx";
import type { CreditCheckState } from "./use-credit-check.ts";

/** What stands next to a broker's name: an icon per subsidiary that asks OTR, and ↻ (R12). */
export function CreditBesideName({ check }: { check: CreditCheckState }) {
  const { credit, waiting, slow, press } = check;
  if (!credit) return null;
  const marked = credit.desks.flatMap(({ mark, ...desk }) => (mark ? [{ ...desk, mark }] : []));
  const several = marked.length > 1;
  const busy = waiting && !slow;
  return (
    <span className="inline-flex items-center gap-1.5">
      {marked.map(({ subsidiaryId, subsidiaryName, mark }) => (
        <CreditIcon key={subsidiaryId} mark={mark} of={several ? subsidiaryName : undefined} />
      ))}
      {credit.obstacle === null && (
        <Tooltip content={waiting ? "Asking OTR Solutions" : "Ask OTR Solutions about this broker now"}>
          <Button
            variant="ghost"
            size="icon"
            aria-label="Check credit now"
            aria-busy={waiting}
            aria-disabled={busy}
            className="size-7 text-muted-foreground max-md:size-9"
            onClick={press}
          >
            <RefreshCw aria-hidden className={waiting ? "animate-spin" : undefined} />
          </Button>
        </Tooltip>
      )}
      <span role="status" className="sr-only">
        {waiting && "Checking credit at OTR Solutions."}
        {check.answered && marked.map(({ mark }) => `Credit: ${CREDIT_ICON_LABELS[mark.icon]}. `)}
      </span>
    </span>
  );
}
