"use client";

import { Check, Phone, X } from "lucide-react";
import type { ComponentType } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { cn } from "#components/ui/cn.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import {
  CREDIT_ICON_LABELS,
  type CreditIcon as CreditIconKind,
  type CreditTrigger,
} from "#server/credit-check/rules/credit-decision.ts";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import { formatDayTime } from "#server/kernel/local-time.ts";

const TRIGGERS = {
  load_created: "when a load was created",
  load_queued: "when a load was queued",
  manual: "by hand",
} as const satisfies Record<CreditTrigger, string>;

type Glyph = ComponentType<{ className?: string; strokeWidth?: number; "aria-hidden"?: boolean }>;

const SHAPES = {
  approved: { className: "bg-done-solid", Glyph: Check },
  not_approved: { className: "bg-failed-solid", Glyph: X },
  call_credit: { className: "bg-attention-solid", Glyph: Phone },
  none: { className: "border-2 border-pending-solid", Glyph: undefined },
} as const satisfies Record<CreditIconKind, { className: string; Glyph: Glyph | undefined }>;

/** A broker's standing at OTR: shape, colour, and in words on hover, focus or tap (R12). Null mark: no icon (R13). */
export function CreditIcon({ mark }: { mark: CreditMark | null }) {
  if (!mark) return null;
  const { className, Glyph } = SHAPES[mark.icon];
  const label = `Credit: ${CREDIT_ICON_LABELS[mark.icon]}${mark.stale ? ", not up to date" : ""}`;
  return (
    <Tooltip content={<CreditWords mark={mark} />}>
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

function CreditWords({ mark }: { mark: CreditMark }) {
  const timeZone = useCompanyTimeZone();
  const { icon, at, trigger, words, broker, stale } = mark;
  return (
    <span className="grid gap-0.5">
      <span className="font-medium">
        {at ? `OTR: ${CREDIT_ICON_LABELS[icon]}` : CREDIT_ICON_LABELS[icon]}
        {broker && <span className="font-normal text-muted-foreground"> · {broker}</span>}
      </span>
      {words && words !== CREDIT_ICON_LABELS[icon] && <span>“{words}”</span>}
      {icon === "call_credit" && <span>Contact OTR Solutions about this broker.</span>}
      {at && (
        <span className="text-muted-foreground tabular-nums">
          Checked {formatDayTime(at, timeZone, new Date())}
          {trigger && ` ${TRIGGERS[trigger]}`}
        </span>
      )}
      {stale && <span className="text-attention">Not up to date: {stale}</span>}
    </span>
  );
}
