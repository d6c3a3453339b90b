import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { log } from "#server/log.ts";
import { requestContext } from "./context.ts";
import { appRouter } from "./root.ts";

/** Answers the procedure calls of one HTTP request: queries, mutations, and subscriptions as server-sent events. */
export function answerTrpc(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => requestContext(request),
    onError: ({ error, path, ctx }) => {
      // Procedures log their own failures; without a context the request failed before it reached one.
      if (!ctx) log().error({ err: error, path }, "request failed before its procedure");
    },
  });
}
