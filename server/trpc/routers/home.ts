import { getHome } from "#server/home/get-home.ts";
import { router, signedInProcedure } from "../init.ts";

/** The home page: everyone has one, each with what they may see and do. */
export const homeRouter = router({
  get: signedInProcedure.query(({ ctx }) => getHome(ctx.actor)),
});
