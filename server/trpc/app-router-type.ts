import type { appRouter } from "./root.ts";

/** The router's type, all that components know of the server's procedures. */
export type AppRouter = typeof appRouter;
