import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isTRPCClientError } from "@trpc/client";
import { signInPath } from "#server/auth/rules/sign-in-path.ts";
import type { AppRouter } from "#server/trpc/app-router-type.ts";

/** The browser's query cache: fresh for 5 s (live notices do the rest), and at the sign-in page when the session ended. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: mayRetry },
      mutations: { onError: leaveWhenSignedOut },
    },
  });
}

/** Goes to the sign-in page, and back here afterwards, when the server no longer knows the session. */
export function leaveWhenSignedOut(error: unknown): void {
  if (!isTRPCClientError<AppRouter>(error) || error.data?.code !== "UNAUTHORIZED") return;
  window.location.assign(signInPath(window.location.pathname + window.location.search));
}

/** Refusals stay refusals; lost connections and retryable trouble get two more tries. */
function mayRetry(failures: number, error: unknown): boolean {
  if (failures >= 2) return false;
  return !isTRPCClientError<AppRouter>(error) || !error.data || error.data.retryable;
}
