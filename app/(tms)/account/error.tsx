"use client";

import { ErrorState } from "#components/layout/error-state.tsx";

export default function AccountError({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      wholePage
      title="Your account could not be loaded"
      message="Nothing was changed. Check your connection, then try again."
      onRetry={reset}
    />
  );
}
