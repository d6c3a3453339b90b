import postgres, { type Sql } from "postgres";
import type { Statement } from "./open-world.ts";

/** Tables that grow with the years: none of them is read from end to end for a list. */
const LARGE = new Set([
  "loads",
  "invoices",
  "documents",
  "batch_invoices",
  "factoring_batches",
  "purchase_status_changes",
  "audit_entries",
  "customers",
  "customer_words",
  "credit_standings",
  "credit_checks",
  "invoicing_methods",
]);

/** What a list may look at of one large table, however many rows that has: a full queue takes the most. */
const MOST_ROWS = 4_000;

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

/**
 * The large tables of which these statements read too much: from end to end, or more rows through an index than a list
 * needs. The statements are run; they begin by naming their company.
 */
export async function wideReads(appUrl: string, statements: readonly Statement[]): Promise<string[]> {
  const app = postgres(appUrl, { max: 1, onnotice: () => undefined });
  try {
    const found: string[] = [];
    await app.begin(async (tx) => {
      for (const { query, params } of statements) {
        if (query.includes("set_config")) await tx.unsafe(query, params as never[]);
        else found.push(...wideIn(await planOf(tx, query, params)));
      }
    });
    return found;
  } finally {
    await app.end();
  }
}

async function planOf(tx: Pick<Sql, "unsafe">, query: string, params: unknown[]): Promise<Plan> {
  const [row] = await tx.unsafe(`explain (analyze, timing off, format json) ${query}`, params as never[]);
  return row?.["QUERY PLAN"][0].Plan;
}

function wideIn(plan: Plan): string[] {
  const below = (plan.Plans ?? []).flatMap(wideIn);
  const table = plan["Relation Name"];
  if (!table || !LARGE.has(table)) return below;
  if (plan["Node Type"] === "Seq Scan") return [`${table}, from end to end`, ...below];
  const rows = rowsRead(plan);
  return rows > MOST_ROWS ? [`${table}, ${rows} rows`, ...below] : below;
}

function rowsRead(plan: Plan): number {
  const removed = (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
  return Math.round((plan["Actual Rows"] + removed) * plan["Actual Loops"]);
}
