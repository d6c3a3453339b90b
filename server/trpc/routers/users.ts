import { deactivateUser } from "#server/users/deactivate-user.ts";
import { inviteUser } from "#server/users/invite-user.ts";
import { listPeople } from "#server/users/list-people.ts";
import { makeResetLink } from "#server/users/make-reset-link.ts";
import { reactivateUser } from "#server/users/reactivate-user.ts";
import { renewInvitation } from "#server/users/renew-invitation.ts";
import {
  invitationIdSchema,
  inviteUserSchema,
  setBillingSchema,
  setRoleSchema,
  userIdSchema,
} from "#server/users/schemas.ts";
import { setBilling } from "#server/users/set-billing.ts";
import { setRole } from "#server/users/set-role.ts";
import { withdrawInvitation } from "#server/users/withdraw-invitation.ts";
import { router, setupProcedure } from "../init.ts";

/** Management > Users: who is in the company, with which rights (R3). */
export const usersRouter = router({
  list: setupProcedure.query(({ ctx }) => listPeople(ctx.actor)),
  invite: setupProcedure.input(inviteUserSchema).mutation(({ ctx, input }) => inviteUser(ctx.actor, input)),
  renewInvitation: setupProcedure
    .input(invitationIdSchema)
    .mutation(({ ctx, input }) => renewInvitation(ctx.actor, input)),
  withdrawInvitation: setupProcedure
    .input(invitationIdSchema)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.actor, input)),
  setRole: setupProcedure.input(setRoleSchema).mutation(({ ctx, input }) => setRole(ctx.actor, input)),
  setBilling: setupProcedure
    .input(setBillingSchema)
    .mutation(({ ctx, input }) => setBilling(ctx.actor, input)),
  makeResetLink: setupProcedure
    .input(userIdSchema)
    .mutation(({ ctx, input }) => makeResetLink(ctx.actor, input)),
  deactivate: setupProcedure
    .input(userIdSchema)
    .mutation(({ ctx, input }) => deactivateUser(ctx.actor, input)),
  reactivate: setupProcedure
    .input(userIdSchema)
    .mutation(({ ctx, input }) => reactivateUser(ctx.actor, input)),
});
