import { inCompany } from "#db/client.ts";
import { listInvoicing } from "#db/queries/customer-invoicing.ts";
import { listCustomers as listRows } from "#db/queries/customers.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { CustomerPage } from "./schemas.ts";
import { toInvoicing } from "./to-invoicing.ts";

const PAGE_SIZE = 50;

type Wanted = { search?: string | null; cursor?: string | null };

/** A page of the company's customers by name, each with how it is invoiced and what OTR said of it (R11, R12). */
export function listCustomers({ scope }: Actor, { search, cursor }: Wanted): Promise<CustomerPage> {
  return inCompany(scope, async (tx) => {
    const found = await listRows(tx, scope, {
      search: search || undefined,
      after: cursor ?? undefined,
      limit: PAGE_SIZE + 1,
    });
    const page = found.slice(0, PAGE_SIZE);
    const ids = page.map(({ id }) => id);
    const invoicing = ids.length === 0 ? [] : await listInvoicing(tx, scope, ids);
    const byCustomer = Map.groupBy(invoicing, ({ customerId }) => customerId);
    return {
      rows: page.map((row) => ({ ...row, invoicing: (byCustomer.get(row.id) ?? []).map(toInvoicing) })),
      nextCursor: found.length > PAGE_SIZE ? (page.at(-1)?.name ?? null) : null,
    };
  });
}
