import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { MeaningShape } from "./status-chip.tsx";

const alertVariants = cva(
  "flex flex-wrap items-baseline gap-x-2 gap-y-1 rounded-md border px-3 py-2 text-sm",
  {
    variants: {
      meaning: {
        done: "border-done-line bg-done-soft",
        failed: "border-failed-line bg-failed-soft",
        attention: "border-attention-line bg-attention-soft",
        pending: "border-pending-line bg-pending-soft",
      },
    },
    defaultVariants: { meaning: "attention" },
  },
);

type AlertProps = ComponentProps<"div"> & VariantProps<typeof alertVariants>;

/** One sentence and one way on (`children` ends with the link or button). Announced when it appears. */
export function Alert({ className, meaning, children, role = "alert", ...props }: AlertProps) {
  return (
    <div data-slot="alert" role={role} className={cn(alertVariants({ meaning }), className)} {...props}>
      <MeaningShape meaning={meaning ?? "attention"} className="self-center" />
      {children}
    </div>
  );
}
