"use client";

import { ErrorState } from "#components/layout/error-state.tsx";
import { PageApart } from "#components/layout/page-apart.tsx";

export default function FrameError({ reset }: { error: Error; reset: () => void }) {
  return (
    <PageApart>
      <ErrorState
        wholePage
        title="Lading could not be loaded"
        message="Nothing was changed, and batches go on by themselves. Wait a moment, then try again."
        onRetry={reset}
      />
    </PageApart>
  );
}
