import { initTRPC, type TRPCError } from "@trpc/server";
import { GATE_REFUSALS, type Gate, mayPass } from "#server/auth/rules/permissions.ts";
import { AppError } from "#server/kernel/errors.ts";
import { log } from "#server/log.ts";
import type { RequestContext } from "./context.ts";
import { fieldErrors, isUnexpected, messageForPerson, toTrpcError } from "./errors.ts";
import { isAsyncIterable, withMappedErrors } from "./stream-errors.ts";

/** Every procedure names its gate here, where a test can read it. */
type ProcedureMeta = { gate: Gate };

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      message: messageForPerson(error, ctx?.requestId ?? "unknown"),
      data: {
        ...shape.data,
        requestId: ctx?.requestId,
        retryable: error.cause instanceof AppError ? error.cause.retryable : isUnexpected(error),
        fieldErrors: fieldErrors(error),
      },
    }),
  });

/** `next()` hands errors back rather than throwing them. */
const mapErrors = t.middleware(async ({ next, ctx, path }) => {
  const toMapped = (error: TRPCError) => {
    const mapped = toTrpcError(error);
    if (isUnexpected(mapped))
      log().error({ err: mapped, path, requestId: ctx.requestId }, "procedure failed");
    return mapped;
  };
  const result = await next();
  if (!result.ok) return { ...result, error: toMapped(result.error) };
  return isAsyncIterable(result.data) ? { ...result, data: withMappedErrors(result.data, toMapped) } : result;
});

/** A session cookie makes a browser the person's deputy: no other site may send it on errands. */
const refuseOtherSites = t.middleware(({ next, ctx, type }) => {
  if (type === "mutation" && !ctx.sameOrigin) {
    throw new AppError("forbidden", "This request came from another website. Open Lading and do it there.");
  }
  return next();
});

const admit = t.middleware(({ next, ctx: { actor }, meta }) => {
  if (!meta) throw new Error("A procedure without a gate was called.");
  if (!actor) {
    throw new AppError("not_signed_in", "Your session has ended. Sign in again to go on.");
  }
  if (!mayPass(meta.gate, actor)) throw new AppError("forbidden", GATE_REFUSALS[meta.gate]);
  return next({ ctx: { actor } });
});

const procedureFor = (gate: Gate) =>
  t.procedure.meta({ gate }).use(mapErrors).use(refuseOtherSites).use(admit);

export const router = t.router;

/** A procedure for everyone signed in. */
export const signedInProcedure = procedureFor("signed_in");

/** A procedure for Admin, Partner Admin and Support: setting the company up (R1). */
export const setupProcedure = procedureFor("setup");

/** A procedure for members with the "Billing" permission, whatever their role (R1). */
export const billingProcedure = procedureFor("billing");
