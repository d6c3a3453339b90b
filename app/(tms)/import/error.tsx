"use client";

import { ErrorState } from "#components/layout/error-state.tsx";

export default function ImportError({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      wholePage
      title="The import could not be shown"
      message="A file whose rows are on their way goes on without this page. Check your connection, then try again."
      onRetry={reset}
    />
  );
}
