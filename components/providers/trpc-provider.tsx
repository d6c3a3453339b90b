"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { MOST_CALLS } from "#server/kernel/body-limit.ts";
import type { AppRouter } from "#server/trpc/app-router-type.ts";
import { LiveProvider } from "./live.tsx";
import { makeQueryClient } from "./query-client.ts";
import { TRPCProvider, useTRPC } from "./trpc-context.ts";

export { useTRPC };

/** The server's procedures (`useTRPC`), the query cache and live notices (`useLive`) for the signed-in pages. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [trpcClient] = useState(makeTrpcClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <LiveProvider>{children}</LiveProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

let browserQueryClient: QueryClient | undefined;

/** One per tab; on the server one per request, so that no two people share a cache. */
function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserQueryClient ??= makeQueryClient();
  return browserQueryClient;
}

function makeTrpcClient() {
  const url = "/api/trpc";
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url }),
        false: httpBatchLink({ url, maxURLLength: 4_000, maxItems: MOST_CALLS }),
      }),
    ],
  });
}
