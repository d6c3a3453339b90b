import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { ImportMode } from "#server/imports/rules/import-kind.ts";
import type { ImportId } from "#server/kernel/ids.ts";

/** Starts an import; `refusal` is why it did not start. */
export function useStartImport(importId: ImportId) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, data, error, isPending } = useMutation(
    trpc.imports.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.imports.get.queryFilter({ importId })),
    }),
  );
  return {
    start: (mode: ImportMode) => mutate({ importId, mode }),
    isPending,
    refusal: error?.message ?? (data?.kind === "refused" ? data.sentence : undefined),
  };
}
