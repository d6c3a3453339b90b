import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A text field of several lines. 16 px on phones, so that iOS doesn't zoom. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(
        "w-full min-w-0 resize-y rounded-md border border-input bg-card px-2.5 py-1.5 text-lg placeholder:text-muted-foreground disabled:opacity-50 aria-invalid:border-failed-solid md:text-sm",
        "focus-visible:outline-offset-0",
        className,
      )}
      {...props}
    />
  );
}
