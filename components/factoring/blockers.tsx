import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import type { BlockerNotice } from "#server/factoring/rules/batch-blockers.ts";

/** What keeps the whole subsidiary from submitting, with the link for those who may mend it (R24). */
export function Blockers({ blockers }: { blockers: BlockerNotice[] }) {
  return blockers.map(({ blocker, sentence, fix }) => (
    <Alert key={blocker} meaning="attention">
      <span>{sentence}</span>
      {fix && (
        <Link href={fix.href} className="font-medium text-link underline underline-offset-4">
          {fix.label}
        </Link>
      )}
    </Alert>
  ));
}
