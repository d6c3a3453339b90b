import { followNotices } from "#server/live/follow-notices.ts";
import { router, signedInProcedure } from "../init.ts";

/** What changes in the company while a page is open (R35). */
export const liveRouter = router({
  notices: signedInProcedure.subscription(({ ctx, signal }) =>
    followNotices(ctx.actor, signal ?? new AbortController().signal),
  ),
});
