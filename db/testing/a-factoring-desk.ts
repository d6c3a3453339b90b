import type { Actor } from "#server/auth/actor.ts";
import type { CustomerId, IntegrationId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { aCompany, type TestCompany } from "./a-company.ts";
import { aCustomer } from "./a-customer.ts";
import { aQueuedLoad, type QueuedLoad } from "./a-queued-load.ts";
import { aSubsidiary } from "./a-subsidiary.ts";
import { anIntegration } from "./an-integration.ts";

/** A company that is ready to submit. */
export type FactoringDesk = {
  company: TestCompany;
  scope: CompanyScope;
  biller: Actor;
  subsidiaryId: SubsidiaryId;
  integrationId: IntegrationId;
  customerId: CustomerId;
  loads: QueuedLoad[];
};

/** A company with a subsidiary, its OTR login, a factoring broker and so many queued loads. */
export async function aFactoringDesk({ loads = 1 } = {}): Promise<FactoringDesk> {
  const company = await aCompany();
  const { scope, biller, admin } = company;
  const subsidiaryId = await aSubsidiary(scope);
  const integrationId = await anIntegration(admin, subsidiaryId);
  const customerId = await aCustomer(scope, subsidiaryId);
  const queued: QueuedLoad[] = [];
  for (let count = 0; count < loads; count += 1) {
    queued.push(await aQueuedLoad(scope, subsidiaryId, customerId));
  }
  return { company, scope, biller, subsidiaryId, integrationId, customerId, loads: queued };
}
