import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** True where there is nothing else on the page: the title is then the page's. */
  wholePage?: boolean;
};

/** Nothing here: why, in one sentence, and one way on. */
export function EmptyState({ title, children, action, wholePage = false }: EmptyStateProps) {
  const Title = wholePage ? "h1" : "p";
  return (
    <div
      data-slot="empty-state"
      className="mx-auto flex max-w-md flex-col items-center gap-1 whitespace-normal px-4 py-16 text-center"
    >
      <Title className="font-medium text-base">{title}</Title>
      <p className="text-balance text-muted-foreground text-sm">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
