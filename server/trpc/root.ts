import { router } from "./init.ts";
import { accountRouter } from "./routers/account.ts";
import { auditRouter } from "./routers/audit.ts";
import { companyProfileRouter } from "./routers/company-profile.ts";
import { creditRouter } from "./routers/credit.ts";
import { customersRouter } from "./routers/customers.ts";
import { documentsRouter } from "./routers/documents.ts";
import { factoringRouter } from "./routers/factoring.ts";
import { homeRouter } from "./routers/home.ts";
import { importsRouter } from "./routers/imports.ts";
import { integrationsRouter } from "./routers/integrations.ts";
import { liveRouter } from "./routers/live.ts";
import { loadsRouter } from "./routers/loads.ts";
import { reportsRouter } from "./routers/reports.ts";
import { sessionRouter } from "./routers/session.ts";
import { subsidiariesRouter } from "./routers/subsidiaries.ts";
import { usersRouter } from "./routers/users.ts";

/** Every procedure of Lading, one router per slice. */
export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  companyProfile: companyProfileRouter,
  credit: creditRouter,
  customers: customersRouter,
  documents: documentsRouter,
  factoring: factoringRouter,
  home: homeRouter,
  imports: importsRouter,
  integrations: integrationsRouter,
  live: liveRouter,
  loads: loadsRouter,
  reports: reportsRouter,
  session: sessionRouter,
  subsidiaries: subsidiariesRouter,
  users: usersRouter,
});
