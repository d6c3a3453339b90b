import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The four meanings a colour may have: done, failed or refused, needs a person, not yet. */
export type Meaning = "done" | "failed" | "attention" | "pending";

const CHIPS = {
  done: "border-done-line bg-done-soft text-done",
  failed: "border-failed-line bg-failed-soft text-failed",
  attention: "border-attention-line bg-attention-soft text-attention",
  pending: "border-pending-line bg-pending-soft text-pending",
} as const satisfies Record<Meaning, string>;

/** A status in a word: the shape says the meaning to those who don't see the colour. */
export function StatusChip({
  meaning,
  className,
  children,
  ...props
}: ComponentProps<"span"> & { meaning: Meaning }) {
  return (
    <span
      data-slot="status-chip"
      data-meaning={meaning}
      className={cn(
        "inline-flex h-5 max-w-full items-center gap-1.5 rounded-sm border px-1.5 font-medium text-xs",
        CHIPS[meaning],
        className,
      )}
      {...props}
    >
      <MeaningShape meaning={meaning} />
      <span className="truncate">{children}</span>
    </span>
  );
}

const SHAPES = {
  done: "fill-done-solid",
  failed: "fill-failed-solid",
  attention: "fill-attention-solid",
  pending: "fill-none stroke-pending-solid",
} as const satisfies Record<Meaning, string>;

/** Disc: done. Diamond: failed. Triangle: needs a person. Ring: not yet. */
export function MeaningShape({ meaning, className }: { meaning: Meaning; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 8 8" className={cn("size-2 shrink-0", SHAPES[meaning], className)}>
      {meaning === "done" && <circle cx="4" cy="4" r="4" />}
      {meaning === "failed" && <path d="M4 0 8 4 4 8 0 4Z" />}
      {meaning === "attention" && <path d="M4 .5 8 7.5H0Z" />}
      {meaning === "pending" && <circle cx="4" cy="4" r="3" strokeWidth="2" />}
    </svg>
  );
}
