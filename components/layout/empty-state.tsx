import type { ReactNode } from "react";

type EmptyStateProps = { title: string; children: ReactNode; action?: ReactNode };

/** Nothing here: why, in one sentence, and one way on. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className="mx-auto flex max-w-md flex-col items-center gap-1 whitespace-normal px-4 py-16 text-center"
    >
      <p className="font-medium text-base">{title}</p>
      <p className="text-balance text-muted-foreground text-sm">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
