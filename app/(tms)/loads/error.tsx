"use client";

import { ErrorState } from "#components/layout/error-state.tsx";

export default function LoadsError({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      wholePage
      title="The loads could not be loaded"
      message="Nothing was changed, and batches go on without this page. Check your connection, then try again."
      onRetry={reset}
    />
  );
}
