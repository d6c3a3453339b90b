import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";

type Blocker = { reason: string; sentence: string; fix: { label: string; href: string } | null };

/** What stands in the way, each with the link that mends it; `onFollow` when it is followed. */
export function Blockers({ blockers, onFollow }: { blockers: readonly Blocker[]; onFollow?: () => void }) {
  return blockers.map(({ reason, sentence, fix }) => (
    <Alert key={`${reason} ${sentence}`} role="status">
      <span className="min-w-0 flex-1">{sentence}</span>
      {fix && (
        <Link href={fix.href} onClick={onFollow} className="text-link underline underline-offset-4">
          {fix.label}
        </Link>
      )}
    </Alert>
  ));
}
