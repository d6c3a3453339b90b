import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Submitted } from "./dto.ts";

/** The chosen loads that did not get into the batch, each with its reason. */
export function SkippedNotice({ skipped, onClose }: { skipped: Submitted["skipped"]; onClose: () => void }) {
  const count = skipped.length === 1 ? "1 load was" : `${skipped.length} loads were`;
  return (
    <Alert meaning="attention">
      <span className="font-medium">{count} left out of the batch.</span>
      <Button variant="link" size="inline" onClick={onClose}>
        Dismiss
      </Button>
      <ul className="basis-full">
        {skipped.slice(0, 10).map(({ loadId, loadNumber, sentence }) => (
          <li key={loadId}>
            {loadNumber && <span className="font-medium tabular-nums">{loadNumber}: </span>}
            {sentence}
          </li>
        ))}
        {skipped.length > 10 && (
          <li>And {skipped.length - 10} more, which stay in the list with their reason.</li>
        )}
      </ul>
    </Alert>
  );
}
