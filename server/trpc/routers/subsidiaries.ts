import { createSubsidiary } from "#server/company-profile/create-subsidiary.ts";
import { listSubsidiaries } from "#server/company-profile/list-subsidiaries.ts";
import { subsidiaryFieldsSchema, updateSubsidiaryInput } from "#server/company-profile/schemas.ts";
import { updateSubsidiary } from "#server/company-profile/update-subsidiary.ts";
import { listSubsidiaryChoices } from "#server/subsidiaries/list-subsidiary-choices.ts";
import { router, setupProcedure, signedInProcedure } from "../init.ts";

/** The company's subsidiaries: for pickers, and for those who set them up (R6). */
export const subsidiariesRouter = router({
  list: signedInProcedure.query(({ ctx }) => listSubsidiaryChoices(ctx.actor)),
  settings: setupProcedure.query(({ ctx }) => listSubsidiaries(ctx.actor)),
  create: setupProcedure
    .input(subsidiaryFieldsSchema)
    .mutation(({ ctx, input }) => createSubsidiary(ctx.actor, input)),
  update: setupProcedure
    .input(updateSubsidiaryInput)
    .mutation(({ ctx, input }) => updateSubsidiary(ctx.actor, input)),
});
