import Link from "next/link";
import type { ReactNode } from "react";
import { type Meaning, MeaningShape } from "#components/ui/status-chip.tsx";

type HomeListProps = {
  id: string;
  title: string;
  meaning: Meaning;
  count: number;
  /** Where all of them are; left out when all are shown. */
  all?: { label: string; href: string };
  children: ReactNode;
};

/** Things of one kind that wait, the first few of them, with the way to all. */
export function HomeList({ id, title, meaning, count, all, children }: HomeListProps) {
  return (
    <section aria-labelledby={id} className="overflow-hidden rounded-md border">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 bg-muted px-3 py-2">
        <h2 id={id} className="flex items-center gap-2 font-semibold text-base">
          <MeaningShape meaning={meaning} />
          {title} <span className="font-normal text-muted-foreground tabular-nums">{count}</span>
        </h2>
        {all && (
          <Link href={all.href} className="text-link text-sm underline-offset-4 hover:underline">
            {all.label}
          </Link>
        )}
      </div>
      <ul className="divide-y border-t text-sm">{children}</ul>
    </section>
  );
}
