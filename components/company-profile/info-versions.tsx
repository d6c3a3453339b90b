import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { CurrentInfo } from "#server/company-profile/schemas.ts";

/** The versions of a text before the current one, the newest first. Invoices generated in their time print them. */
export function InfoVersions({ id, text }: { id: string; text: CurrentInfo }) {
  const trpc = useTRPC();
  const { subsidiaryId, kind, version } = text;
  const history = useQuery(trpc.companyProfile.infoHistory.queryOptions({ subsidiaryId, kind }));
  return (
    <section id={id} aria-label="Earlier versions" aria-busy={history.isPending} className="border-l-2 pl-3">
      {history.isPending && <Skeleton className="my-2 w-64" />}
      {history.error && <Alert meaning="failed">{history.error.message}</Alert>}
      <ol className="divide-y">
        {history.data
          ?.filter((earlier) => earlier.version < version)
          .map((earlier) => (
            <li key={earlier.version} className="grid gap-0.5 py-2">
              <p className="text-muted-foreground tabular-nums">
                Version {earlier.version} · <When at={earlier.savedAt} />
                {earlier.savedByName && ` by ${earlier.savedByName}`}
              </p>
              <p className="whitespace-pre-line break-words">{earlier.body || "No text."}</p>
            </li>
          ))}
      </ol>
    </section>
  );
}
