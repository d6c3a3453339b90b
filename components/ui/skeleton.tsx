import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A place that will hold text; give it the size of what comes. */
export function Skeleton({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      data-slot="skeleton"
      aria-hidden
      className={cn("block h-3 animate-pulse rounded-sm bg-muted", className)}
      {...props}
    />
  );
}
