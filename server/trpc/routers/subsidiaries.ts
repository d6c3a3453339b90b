import { listSubsidiaryChoices } from "#server/subsidiaries/list-subsidiary-choices.ts";
import { router, signedInProcedure } from "../init.ts";

/** The company's subsidiaries, for pickers. */
export const subsidiariesRouter = router({
  list: signedInProcedure.query(({ ctx }) => listSubsidiaryChoices(ctx.actor)),
});
