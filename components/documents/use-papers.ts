import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { ChosenKind } from "#server/documents/rules/document-kind.ts";
import type { ChangeDocumentResult, Paper } from "#server/documents/schemas.ts";
import type { LoadId } from "#server/kernel/ids.ts";

/** The papers of a load; `LoadPapers` keeps them up to date for the whole page. */
export function usePapers(loadId: LoadId) {
  const trpc = useTRPC();
  return useSuspenseQuery(trpc.documents.ofLoad.queryOptions({ loadId })).data;
}

/** Changes to documents; `refusal` is why the last one was not made, `removed` the document that can be put back. */
export function usePaperChanges() {
  const trpc = useTRPC();
  const [refusal, setRefusal] = useState<string>();
  const [removed, setRemoved] = useState<Paper>();
  const refresh = useRefreshLoad();
  const handlers = {
    onSuccess: (result: ChangeDocumentResult) =>
      setRefusal(result.kind === "refused" ? result.sentence : undefined),
    onError: ({ message }: { message: string }) => setRefusal(message),
    onSettled: refresh,
  };
  const setKind = useMutation(trpc.documents.setKind.mutationOptions(handlers));
  const retire = useMutation(trpc.documents.retire.mutationOptions(handlers));
  const restore = useMutation(trpc.documents.restore.mutationOptions(handlers));
  return {
    refusal,
    removed,
    isPending: setKind.isPending || retire.isPending || restore.isPending,
    setKind: ({ id }: Paper, kind: ChosenKind) => setKind.mutate({ documentId: id, kind }),
    remove: (paper: Paper) =>
      retire.mutate(
        { documentId: paper.id },
        { onSuccess: ({ kind }) => setRemoved(kind === "changed" ? paper : undefined) },
      ),
    putBack: ({ id }: Paper) => {
      setRemoved(undefined);
      restore.mutate({ documentId: id });
    },
  };
}

/** Loads the load and its papers again. */
export function useRefreshLoad() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.documents.pathFilter()),
        queryClient.invalidateQueries(trpc.loads.pathFilter()),
      ]),
    [queryClient, trpc],
  );
}
