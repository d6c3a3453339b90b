import { getLoad } from "#server/loads/get-load.ts";
import { listLoads } from "#server/loads/list-loads.ts";
import { listLoadsInput, loadInput, updateLoadInput } from "#server/loads/schemas.ts";
import { updateLoad } from "#server/loads/update-load.ts";
import { router, signedInProcedure } from "../init.ts";

/** Loads: the list, one with all that belongs to it, and corrections (R18). */
export const loadsRouter = router({
  list: signedInProcedure.input(listLoadsInput).query(({ ctx, input }) => listLoads(ctx.actor, input)),
  get: signedInProcedure.input(loadInput).query(({ ctx, input }) => getLoad(ctx.actor, input)),
  update: signedInProcedure.input(updateLoadInput).mutation(({ ctx, input }) => updateLoad(ctx.actor, input)),
});
