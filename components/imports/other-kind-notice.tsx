import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportKind } from "#server/imports/rules/import-kind.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { KIND_WORDS } from "./import-words.ts";

/** Says that the file's headers are those of the other kind, and takes it for that. */
export function OtherKindNotice({ importId, other }: { importId: ImportId; other: ImportKind }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.imports.changeKind.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.imports.get.queryFilter({ importId })),
    }),
  );
  const { many } = KIND_WORDS[other];
  return (
    <Alert>
      <span>This looks like a file of {many}.</span>
      <Button
        variant="link"
        size="inline"
        disabled={change.isPending}
        onClick={() => change.mutate({ importId, kind: other })}
      >
        Import it as {many}
      </Button>
      {change.error && <span>{change.error.message}</span>}
    </Alert>
  );
}
