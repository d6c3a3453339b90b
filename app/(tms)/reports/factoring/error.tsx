"use client";

import { ErrorState } from "#components/layout/error-state.tsx";

export default function FactoringReportError({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      wholePage
      title="The report could not be loaded"
      message="Nothing was changed, and syncs go on without this page. Check your connection, then try again."
      onRetry={reset}
    />
  );
}
