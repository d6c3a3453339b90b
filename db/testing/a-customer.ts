import { inCompany } from "#db/client.ts";
import { customers, invoicingMethods } from "#db/schema/index.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import { type CustomerId, newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** A broker that the sandbox approves, invoiced through factoring for the subsidiary. */
export async function aCustomer(
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
  {
    method = "factoring",
    ...values
  }: Partial<typeof customers.$inferInsert> & { method?: InvoicingMethod | null } = {},
): Promise<CustomerId> {
  const id = newId("customer");
  await inCompany(scope, async (tx) => {
    await tx.insert(customers).values({
      name: `Prairie Lantern Logistics ${id.slice(-6)}`,
      kind: "broker",
      mcNumber: "412907",
      ...values,
      id,
      companyId: scope.companyId,
    });
    if (!method) return;
    await tx
      .insert(invoicingMethods)
      .values({ companyId: scope.companyId, customerId: id, subsidiaryId, method });
  });
  return id;
}
