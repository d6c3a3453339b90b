import Link from "next/link";
import type { ReactNode } from "react";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { formatCents } from "#server/kernel/money.ts";

type ExceptionRowProps = {
  load: string;
  loadId: LoadId;
  customer: string;
  credit: CreditMark | null;
  cents: number;
  reason: string;
  advice?: string;
  fix: { label: string; href: string } | null;
  action?: ReactNode;
};

/** A load that needs a person: which, how much, why in words, and the mend at the right. */
export function ExceptionRow({
  load,
  loadId,
  customer,
  credit,
  cents,
  reason,
  advice,
  fix,
  action,
}: ExceptionRowProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-t px-3 py-2 text-sm xl:grid-cols-[84px_minmax(120px,168px)_88px_minmax(0,1fr)_auto]">
      <Link href={`/loads/${loadId}`} prefetch={false} className="font-medium tabular-nums hover:underline">
        {load}
      </Link>
      <span className="flex min-w-0 items-center gap-1.5 max-xl:order-3 max-xl:col-span-2 max-xl:text-muted-foreground">
        <CreditIcon mark={credit} />
        <span className="truncate">{customer}</span>
      </span>
      <span className="text-right font-medium tabular-nums">{formatCents(cents)}</span>
      <span className="max-xl:order-4 max-xl:col-span-2">
        <span className="block">{reason}</span>
        {advice && <span className="block text-muted-foreground">{advice}</span>}
      </span>
      <span className="flex items-center justify-end gap-2 max-xl:order-5 max-xl:col-span-2 max-xl:justify-start">
        {fix && (
          <Button asChild variant="ghost" size="sm" className="text-link max-xl:-ml-2.5">
            <Link href={fix.href} prefetch={false}>
              {fix.label}
            </Link>
          </Button>
        )}
        {action}
      </span>
    </li>
  );
}
