import type { ReactNode } from "react";

type PageHeaderProps = {
  title: string;
  /** What stands right next to the title and is no part of it. */
  beside?: ReactNode;
  context?: ReactNode;
  children?: ReactNode;
};

/** Title, the one sentence of context that matters, and the page's actions at the right (`children`). */
export function PageHeader({ title, beside, context, children }: PageHeaderProps) {
  return (
    <header
      data-slot="page-header"
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-3 md:px-6"
    >
      <div className="min-w-0">
        <div className="flex min-h-7 items-center gap-2">
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          {beside}
        </div>
        {context && <p className="text-muted-foreground text-sm tabular-nums">{context}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}
