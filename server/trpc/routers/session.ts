import { describeActor } from "#server/auth/describe-actor.ts";
import { router, signedInProcedure } from "../init.ts";

/** Who is signed in, for the frame of every page. */
export const sessionRouter = router({
  current: signedInProcedure.query(({ ctx }) => describeActor(ctx.actor)),
});
