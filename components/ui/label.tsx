import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The name of a field; give it `htmlFor`. */
export function Label({ className, ...props }: ComponentProps<"label">) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the caller names the control with htmlFor.
    <label data-slot="label" className={cn("font-medium text-sm", className)} {...props} />
  );
}
