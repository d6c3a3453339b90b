import { findNamesakes, insertCustomers, insertInvoicingMethods } from "#db/queries/customer-inserts.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerFields } from "#server/customers/schemas.ts";
import { newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { type ImportedCustomer, readCustomerRow } from "../rules/read-customer-row.ts";
import type { RowKind } from "./row-kind.ts";
import { type Named, unknownSubsidiary, whichSubsidiaries } from "./which-subsidiary.ts";

type ReadyCustomer = {
  fields: CustomerFields;
  method: InvoicingMethod | null;
  /** Whose loads the method is for. */
  subsidiaryIds: SubsidiaryId[];
};

/** Customers by name, in whatever case of letters; one that is there stays as it is. */
export const customerRows: RowKind<ImportedCustomer, ReadyCustomer> = {
  keyField: "name",
  notices: [{ topic: "customer" }],
  read: readCustomerRow,
  findKnown: async (tx, scope, names) => {
    const found = await findNamesakes(tx, scope, { names, mcNumbers: [] });
    return new Set(found.map(({ name }) => name.toLowerCase()));
  },
  resolver: async (tx, scope) => {
    const subsidiaries = await listSubsidiaryChoices(tx, scope);
    return (customer) => resolve(customer, subsidiaries);
  },
  insert: async (tx, scope, rows) => {
    const customers = rows.map(({ ready }) => ({ id: newId("customer"), ...ready }));
    const added = await insertCustomers(
      tx,
      scope,
      customers.map(({ id, fields }) => ({ ...fields, id })),
    );
    const methods = customers.flatMap(({ id, method, subsidiaryIds }) =>
      method && added.has(id)
        ? subsidiaryIds.map((subsidiaryId) => ({ customerId: id, subsidiaryId, method }))
        : [],
    );
    await insertInvoicingMethods(tx, scope, methods);
    return { created: added.size, events: [] };
  },
};

function resolve({ method, subsidiary, ...fields }: ImportedCustomer, subsidiaries: Named<SubsidiaryId>[]) {
  if (!method || subsidiary === "") {
    return { ready: { fields, method, subsidiaryIds: subsidiaries.map(({ id }) => id) } };
  }
  const named = whichSubsidiaries(subsidiaries, subsidiary);
  if (named.length === 0) return { problems: [unknownSubsidiary(subsidiary, subsidiaries)] };
  return { ready: { fields, method, subsidiaryIds: named.map(({ id }) => id) } };
}
