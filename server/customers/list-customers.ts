import { inCompany, type Tx } from "#db/client.ts";
import { listInvoicing } from "#db/queries/customer-invoicing.ts";
import { type CustomerMatch, listCustomers as listRows } from "#db/queries/customers.ts";
import type { Actor } from "#server/auth/actor.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { CustomerPage } from "./schemas.ts";
import { toInvoicing } from "./to-invoicing.ts";

const PAGE_SIZE = 50;

type Wanted = { search?: string | null; cursor?: string | null };

/** A page of the company's customers by name, each with how it is invoiced and what OTR said of it (R11, R12). */
export function listCustomers({ scope }: Actor, { search, cursor }: Wanted): Promise<CustomerPage> {
  return inCompany(scope, async (tx) => {
    const found = await findRows(tx, scope, search ?? "", cursor ?? undefined);
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

/** One more than a page. What reads as an MC number is looked for as one first, and as a text where nobody has it. */
async function findRows(tx: Tx, scope: CompanyScope, search: string, after: string | undefined) {
  const read = (match: CustomerMatch | undefined) =>
    listRows(tx, scope, { match, after, limit: PAGE_SIZE + 1 });
  const mcPrefix = /^(mc)?[\s#-]*\d+$/i.test(search) ? parseMcNumber(search) : undefined;
  const byMc = mcPrefix ? await read({ mcPrefix }) : [];
  if (byMc.length > 0) return byMc;
  return read(search ? { text: search } : undefined);
}
