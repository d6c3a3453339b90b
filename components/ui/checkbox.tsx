import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { indeterminate?: boolean };

/** A checkbox, native so that ten thousand of them cost nothing. `indeterminate`: some, not all, are chosen. */
export function Checkbox({ className, indeterminate = false, ...props }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      data-slot="checkbox"
      ref={(input) => {
        if (input) input.indeterminate = indeterminate;
      }}
      className={cn(
        "size-4 shrink-0 appearance-none align-middle rounded-sm border border-input bg-card bg-center bg-no-repeat",
        "checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary disabled:opacity-40",
        "relative after:absolute after:hidden after:border-primary-foreground",
        "checked:after:top-px checked:after:left-[5px] checked:after:block checked:after:h-2.5 checked:after:w-[5px] checked:after:rotate-45 checked:after:border-r-2 checked:after:border-b-2",
        "indeterminate:after:top-1.5 indeterminate:after:left-[3px] indeterminate:after:block indeterminate:after:h-0 indeterminate:after:w-2 indeterminate:after:rotate-0 indeterminate:after:border-r-0 indeterminate:after:border-b-2",
        className,
      )}
      {...props}
    />
  );
}
