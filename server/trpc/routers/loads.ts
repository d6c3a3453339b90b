import { createLoad } from "#server/loads/create-load.ts";
import { getLoad } from "#server/loads/get-load.ts";
import { listLoadSelection, listLoads } from "#server/loads/list-loads.ts";
import { moveLoad } from "#server/loads/move-load.ts";
import { nextLoadNumber } from "#server/loads/next-load-number.ts";
import { previewRelease, releaseLoads } from "#server/loads/release-loads.ts";
import { revertLoad } from "#server/loads/revert-load.ts";
import {
  createLoadInput,
  listLoadsInput,
  loadFilterSchema,
  loadInput,
  moveLoadInput,
  nextLoadNumberInput,
  releaseLoadsInput,
  revertLoadInput,
  updateLoadInput,
} from "#server/loads/schemas.ts";
import { updateLoad } from "#server/loads/update-load.ts";
import { router, signedInProcedure } from "../init.ts";

/** Loads: the list, one with all that belongs to it, and its way from Open to Released (R17–R19). */
export const loadsRouter = router({
  list: signedInProcedure.input(listLoadsInput).query(({ ctx, input }) => listLoads(ctx.actor, input)),
  selection: signedInProcedure
    .input(loadFilterSchema)
    .query(({ ctx, input }) => listLoadSelection(ctx.actor, input)),
  get: signedInProcedure.input(loadInput).query(({ ctx, input }) => getLoad(ctx.actor, input)),
  nextNumber: signedInProcedure
    .input(nextLoadNumberInput)
    .query(({ ctx, input }) => nextLoadNumber(ctx.actor, input)),
  create: signedInProcedure.input(createLoadInput).mutation(({ ctx, input }) => createLoad(ctx.actor, input)),
  update: signedInProcedure.input(updateLoadInput).mutation(({ ctx, input }) => updateLoad(ctx.actor, input)),
  move: signedInProcedure.input(moveLoadInput).mutation(({ ctx, input }) => moveLoad(ctx.actor, input)),
  revert: signedInProcedure.input(revertLoadInput).mutation(({ ctx, input }) => revertLoad(ctx.actor, input)),
  // Changes nothing, but five hundred ids are more than an address holds.
  previewRelease: signedInProcedure
    .input(releaseLoadsInput)
    .mutation(({ ctx, input }) => previewRelease(ctx.actor, input)),
  release: signedInProcedure
    .input(releaseLoadsInput)
    .mutation(({ ctx, input }) => releaseLoads(ctx.actor, input)),
});
