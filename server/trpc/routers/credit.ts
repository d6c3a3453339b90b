import { getCredit } from "#server/credit-check/get-credit.ts";
import { listCreditHistory } from "#server/credit-check/list-credit-history.ts";
import { refreshCredit } from "#server/credit-check/refresh-credit.ts";
import { creditHistoryInput, creditInput } from "#server/credit-check/schemas.ts";
import { router, signedInProcedure } from "../init.ts";

/** Brokers' credit at OTR: everyone signed in sees it and may ask anew (R12–R15). */
export const creditRouter = router({
  get: signedInProcedure.input(creditInput).query(({ ctx, input }) => getCredit(ctx.actor, input)),
  history: signedInProcedure
    .input(creditHistoryInput)
    .query(({ ctx, input }) => listCreditHistory(ctx.actor, input)),
  refresh: signedInProcedure.input(creditInput).mutation(({ ctx, input }) => refreshCredit(ctx.actor, input)),
});
