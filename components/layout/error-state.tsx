"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "./empty-state.tsx";

type ErrorStateProps = { title: string; message: string; onRetry: () => void; wholePage?: boolean };

/** What could not be shown, what that means, and the button that tries again. */
export function ErrorState({ title, message, onRetry, wholePage }: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState title={title} wholePage={wholePage} action={<Button onClick={onRetry}>Try again</Button>}>
        {message}
      </EmptyState>
    </div>
  );
}
