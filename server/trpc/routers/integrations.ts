import { disconnectOtr } from "#server/integrations/disconnect-otr.ts";
import { listIntegrations } from "#server/integrations/list-integrations.ts";
import { saveLogin } from "#server/integrations/save-login.ts";
import { disconnectInput, saveLoginInput } from "#server/integrations/schemas.ts";
import { router, setupProcedure } from "../init.ts";

/** Management > Integrations: each subsidiary's OTR login (R7–R9). */
export const integrationsRouter = router({
  list: setupProcedure.query(({ ctx }) => listIntegrations(ctx.actor)),
  saveLogin: setupProcedure.input(saveLoginInput).mutation(({ ctx, input }) => saveLogin(ctx.actor, input)),
  disconnect: setupProcedure
    .input(disconnectInput)
    .mutation(({ ctx, input }) => disconnectOtr(ctx.actor, input)),
});
