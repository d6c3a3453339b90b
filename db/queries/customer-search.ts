import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, customerWords } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

// Words that more customers share than these name none of them; who means one types on.
const MOST_MEANT = 2_000;

/**
 * Each word of the text is the beginning of a word of the customer's name, or with `orCity` of the city: "lan log"
 * finds Prairie Lantern Logistics. A text without letters or digits finds nobody. The words are read first, the rarest
 * before the others, and only then the few customers that have them all.
 */
export function hasWords(tx: Tx, scope: CompanyScope, text: string, { orCity = false } = {}): SQL {
  const [first, ...others] = text.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (first === undefined) return sql`false`;
  const having = (beginning: string) =>
    and(
      eq(customerWords.companyId, scope.companyId),
      gte(customerWords.word, beginning),
      lt(customerWords.word, `${beginning}\u{10FFFF}`),
      orCity ? undefined : sql`${customerWords.inName}`,
    );
  const also = others.map((word) =>
    inArray(
      customerWords.customerId,
      tx.select({ id: customerWords.customerId }).from(customerWords).where(having(word)),
    ),
  );
  const meant = tx
    .selectDistinct({ id: customerWords.customerId })
    .from(customerWords)
    .where(and(having(first), ...also))
    .limit(MOST_MEANT);
  return sql`${customers.id} = any(array(${meant}))`;
}
