import { changePassword } from "#server/account/change-password.ts";
import { endOtherSessions } from "#server/account/end-other-sessions.ts";
import { endOwnSession } from "#server/account/end-own-session.ts";
import { getAccount } from "#server/account/get-account.ts";
import { listOwnSessions } from "#server/account/list-own-sessions.ts";
import { rename } from "#server/account/rename.ts";
import { changePasswordSchema, renameSchema, sessionIdSchema } from "#server/account/schemas.ts";
import { router, signedInProcedure } from "../init.ts";

/** One's own account: name, password, and where one is signed in. */
export const accountRouter = router({
  get: signedInProcedure.query(({ ctx }) => getAccount(ctx.actor)),
  sessions: signedInProcedure.query(({ ctx }) => listOwnSessions(ctx.actor)),
  rename: signedInProcedure.input(renameSchema).mutation(({ ctx, input }) => rename(ctx.actor, input)),
  changePassword: signedInProcedure
    .input(changePasswordSchema)
    .mutation(({ ctx, input }) => changePassword(ctx.actor, input)),
  endSession: signedInProcedure
    .input(sessionIdSchema)
    .mutation(({ ctx, input }) => endOwnSession(ctx.actor, input)),
  endOtherSessions: signedInProcedure.mutation(({ ctx }) => endOtherSessions(ctx.actor)),
});
