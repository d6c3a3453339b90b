import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { bodyRefusal, MOST_CALLS } from "#server/kernel/body-limit.ts";
import { log } from "#server/log.ts";
import { requestContext } from "./context.ts";
import { appRouter } from "./root.ts";

/** Answers the procedure calls of one HTTP request: queries, mutations, and subscriptions as server-sent events. */
export async function answerTrpc(request: Request): Promise<Response> {
  const refusal = bodyRefusal(request);
  if (refusal) return refusal;
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize: MOST_CALLS,
    createContext: () => requestContext(request),
    onError: ({ error, path, ctx }) => {
      // Procedures log their own failures; without a context the request failed before it reached one.
      if (!ctx) log().error({ err: error, path }, "request failed before its procedure");
    },
  });
}
