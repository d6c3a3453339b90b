import { getGeneralInfo } from "#server/company-profile/get-general-info.ts";
import { listInfoHistory } from "#server/company-profile/list-info-history.ts";
import { saveInfo } from "#server/company-profile/save-info.ts";
import { infoHistoryInput, saveInfoInput, updateCompanyInput } from "#server/company-profile/schemas.ts";
import { updateCompany } from "#server/company-profile/update-company.ts";
import { router, setupProcedure } from "../init.ts";

/** Management > Company Profile: the company, and what its invoices say (R4). */
export const companyProfileRouter = router({
  generalInfo: setupProcedure.query(({ ctx }) => getGeneralInfo(ctx.actor)),
  infoHistory: setupProcedure
    .input(infoHistoryInput)
    .query(({ ctx, input }) => listInfoHistory(ctx.actor, input)),
  saveInfo: setupProcedure.input(saveInfoInput).mutation(({ ctx, input }) => saveInfo(ctx.actor, input)),
  updateCompany: setupProcedure
    .input(updateCompanyInput)
    .mutation(({ ctx, input }) => updateCompany(ctx.actor, input)),
});
