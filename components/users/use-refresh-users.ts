import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";

/** Loads the users again, whether a change was made or refused: a refusal often means that the list was old. */
export function useRefreshUsers(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.users.pathFilter());
}
