import "server-only";
import { dehydrate, type FetchQueryOptions, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { readTogether } from "#db/client.ts";
import type { Actor } from "#server/auth/actor.ts";
import { currentActor } from "#server/auth/current-actor.ts";
import { newRequestId, type RequestContext } from "./context.ts";
import { appRouter } from "./root.ts";

/** The query cache of the page being rendered. */
export const getQueryClient = cache(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));

const pageContext = cache(
  async (): Promise<RequestContext> => ({
    actor: await currentActor(),
    requestId: newRequestId(),
    sameOrigin: true,
  }),
);

/** Query options for server components: `trpc.subsidiaries.list.queryOptions()`. Calls run here, not over HTTP. */
export const trpc = createTRPCOptionsProxy({
  ctx: pageContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/** Loads what a page's client components will ask for first; one that fails is asked again by the browser. */
export async function prefetch(...queries: { queryKey: readonly unknown[] }[]): Promise<void> {
  const client = getQueryClient();
  await Promise.all(queries.map((query) => client.prefetchQuery(query as FetchQueryOptions)));
}

/** Has all that `work` asks for the page read in one transaction. */
export function forPage<T>({ scope }: Actor, work: () => Promise<T>): Promise<T> {
  return readTogether(scope, work);
}

/** Hands what was prefetched to the client components within. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
