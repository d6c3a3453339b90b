import { Check } from "lucide-react";
import Link from "next/link";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import type { DeskTrouble, FirstStep } from "#server/home/schemas.ts";
import { DeskTroubles } from "./desk-troubles.tsx";

type FirstStepsProps = { steps: FirstStep[]; troubles: DeskTrouble[] };

/** From an empty company to its first batch: the steps in order, ticked by themselves as they are done. */
export function FirstSteps({ steps, troubles }: FirstStepsProps) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done && step.link);
  return (
    <>
      <PageHeader title="Home" context={`${done} of ${steps.length} steps to the first batch are done`} />
      <div className="grid max-w-3xl gap-4 px-4 pt-1 pb-12 md:px-6">
        <DeskTroubles troubles={troubles} />
        <ol className="divide-y rounded-md border">
          {steps.map((step, index) => (
            <Step key={step.id} step={step} number={index + 1} isNext={step === next} />
          ))}
        </ol>
      </div>
    </>
  );
}

function Step({ step, number, isNext }: { step: FirstStep; number: number; isNext: boolean }) {
  const { title, why, done, link, other } = step;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 px-3 py-3 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <span
        className={cn(
          "inline-flex size-6 items-center justify-center rounded-full border text-sm tabular-nums",
          done && "border-transparent bg-done-solid text-card",
        )}
      >
        {done ? (
          <Check aria-hidden className="size-3.5" strokeWidth={3} />
        ) : (
          <span aria-hidden>{number}</span>
        )}
        <span className="sr-only">{done ? "Done:" : "To do:"}</span>
      </span>
      <span className="grid">
        <span className={cn("text-base", done ? "text-muted-foreground" : "font-medium")}>{title}</span>
        {!done && <span className="text-muted-foreground text-sm">{why}</span>}
      </span>
      {link && !done && (
        <span className="flex flex-wrap gap-2 max-sm:col-start-2">
          {other && (
            <Button asChild variant="outline">
              <Link href={other.href}>{other.label}</Link>
            </Button>
          )}
          <Button asChild variant={isNext ? "primary" : "outline"}>
            <Link href={link.href}>{link.label}</Link>
          </Button>
        </span>
      )}
    </li>
  );
}
