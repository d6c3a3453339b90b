"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { ErrorState } from "#components/layout/error-state.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportDetails } from "#server/imports/schemas.ts";
import { BadRows } from "./bad-rows.tsx";
import { CheckCounts } from "./check-counts.tsx";
import { formatRows } from "./import-words.ts";
import { StartButtons } from "./start-buttons.tsx";

/** What would come of the file's rows: counts, every bad row with its reason, and the buttons that bring them in. */
export function CheckRows({ file, onBack }: { file: ImportDetails; onBack: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const check = useQuery(
    trpc.imports.check.queryOptions({ importId: file.id }, { refetchOnWindowFocus: false }),
  );
  if (check.isError) {
    return (
      <ErrorState
        title="The rows could not be checked"
        message={check.error.message}
        onRetry={() => void check.refetch()}
      />
    );
  }
  const isChecking = check.isFetching;
  const checkAgain = () => {
    if (isChecking) return;
    queryClient.removeQueries({ queryKey: trpc.imports.badRows.pathKey() });
    void check.refetch();
  };
  return (
    <div className="grid gap-4">
      {file.failure && <Alert meaning="failed">{file.failure}</Alert>}
      <CheckCounts file={file} check={isChecking ? undefined : check.data} />
      {check.data && !isChecking && (
        <>
          {check.data.unknownCustomerRows > 0 && (
            <Alert>
              <span>
                {formatRows(check.data.unknownCustomerRows)}{" "}
                {check.data.unknownCustomerRows === 1 ? "names a customer" : "name customers"} that your
                company doesn’t have yet.
              </span>
              <Link href="/import?kind=customers" className="text-link underline underline-offset-4">
                Import the customers first
              </Link>
            </Alert>
          )}
          <StartButtons file={file} check={check.data} />
        </>
      )}
      <div className="flex gap-2">
        <Button onClick={onBack}>Change the columns</Button>
        <Button aria-disabled={isChecking} onClick={checkAgain}>
          Check again
        </Button>
      </div>
      {check.data && !isChecking && check.data.badRows > 0 && (
        <BadRows importId={file.id} count={check.data.badRows} />
      )}
    </div>
  );
}
