import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The browser's own drop-down in our clothes: the best one on a phone, and no JavaScript. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span data-slot="select" className={cn("relative inline-flex", className)}>
      <select
        className="h-8 w-full min-w-0 appearance-none truncate rounded-md border border-input bg-card pr-8 pl-2.5 font-medium text-lg focus-visible:outline-offset-0 disabled:opacity-50 md:text-sm [&>option]:bg-popover"
        {...props}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-2 right-2 size-4 text-muted-foreground"
      />
    </span>
  );
}
