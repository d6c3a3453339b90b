import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A one-line text field. 16 px on phones, so that iOS doesn't zoom. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      data-slot="input"
      type={type}
      className={cn(
        "h-8 w-full min-w-0 rounded-md border border-input bg-card px-2.5 text-lg placeholder:text-muted-foreground disabled:opacity-50 aria-invalid:border-failed-solid md:text-sm",
        "focus-visible:outline-offset-0",
        className,
      )}
      {...props}
    />
  );
}
