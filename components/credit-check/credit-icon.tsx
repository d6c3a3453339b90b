"use client";

import { Check, Phone, X } from "lucide-react";
import type { ComponentType } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { cn } from "#components/ui/cn.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import {
  CREDIT_ICON_LABELS,
  type CreditIcon as CreditIconKind,
} from "#server/credit-check/rules/credit-decision.ts";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import { formatDayTime } from "#server/kernel/local-time.ts";
import { TRIGGER_WORDS } from "./trigger-words.ts";

type Glyph = ComponentType<{ className?: string; strokeWidth?: number; "aria-hidden"?: boolean }>;

const SHAPES = {
  approved: { className: "bg-done-solid", Glyph: Check },
  not_approved: { className: "bg-failed-solid", Glyph: X },
  call_credit: { className: "bg-attention-solid", Glyph: Phone },
  none: { className: "border-2 border-pending-solid", Glyph: undefined },
} as const satisfies Record<CreditIconKind, { className: string; Glyph: Glyph | undefined }>;

type CreditIconProps = {
  mark: CreditMark | null;
  /** For which subsidiary, where there is more than one. */
  of?: string;
};

/** A broker's standing at OTR: shape, colour, and in words on hover, focus or tap (R12). Null mark: no icon (R13). */
export function CreditIcon({ mark, of }: CreditIconProps) {
  if (!mark) return null;
  const { className, Glyph } = SHAPES[mark.icon];
  const whose = of ? `Credit for ${of}` : "Credit";
  const label = `${whose}: ${CREDIT_ICON_LABELS[mark.icon]}${mark.stale ? ", not up to date" : ""}`;
  return (
    <Tooltip content={<CreditWords mark={mark} of={of} />}>
      <button
        type="button"
        aria-label={label}
        data-credit={mark.icon}
        className={cn(
          "relative inline-flex size-4 shrink-0 items-center justify-center rounded-full text-card",
          className,
          mark.stale && "ring-1 ring-attention-solid ring-offset-2 ring-offset-background",
        )}
      >
        {Glyph && <Glyph aria-hidden className="size-2.5" strokeWidth={3.5} />}
      </button>
    </Tooltip>
  );
}

function CreditWords({ mark, of }: { mark: CreditMark; of: string | undefined }) {
  const timeZone = useCompanyTimeZone();
  const { icon, at, trigger, words, broker, reason, stale } = mark;
  return (
    <span className="grid gap-0.5">
      {of && <span className="text-muted-foreground">{of}</span>}
      <span className="font-medium">
        {at ? `OTR: ${CREDIT_ICON_LABELS[icon]}` : CREDIT_ICON_LABELS[icon]}
        {broker && <span className="font-normal text-muted-foreground"> · {broker}</span>}
      </span>
      {words && words !== CREDIT_ICON_LABELS[icon] && <span>“{words}”</span>}
      {reason && <span>{reason}</span>}
      {at && (
        <span className="text-muted-foreground tabular-nums">
          Checked {formatDayTime(at, timeZone, new Date())}
          {trigger && ` ${TRIGGER_WORDS[trigger]}`}
        </span>
      )}
      {stale && (
        <span className="text-attention">
          {at ? "Not up to date: " : ""}
          {stale}
        </span>
      )}
    </span>
  );
}
