import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import type { DeskTrouble } from "#server/home/schemas.ts";

/** What keeps the desk as a whole from working, each with the way to mend it. */
export function DeskTroubles({ troubles }: { troubles: DeskTrouble[] }) {
  if (troubles.length === 0) return null;
  return (
    <div className="grid gap-2">
      {troubles.map(({ id, meaning, sentence, fix }) => (
        <Alert key={id} role="status" meaning={meaning}>
          <span>{sentence}</span>
          {fix && (
            <Link href={fix.href} className="font-medium text-link underline underline-offset-4">
              {fix.label}
            </Link>
          )}
        </Alert>
      ))}
    </div>
  );
}
