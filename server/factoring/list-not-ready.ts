import { inCompany } from "#db/client.ts";
import { listNotReady as listRows } from "#db/queries/factoring-exceptions.ts";
import type { Actor } from "#server/auth/actor.ts";
import { readCreditMarks } from "#server/credit-check/read-credit-marks.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { type Ineligibility, ineligibilities } from "./rules/eligibility.ts";
import { EXCEPTIONS_SHOWN } from "./rules/exceptions-shown.ts";

/** The subsidiary's near misses: loads that can't go yet, each with its first reason and the page that mends it (R22). */
export async function listNotReady(actor: Actor, input: { subsidiaryId: SubsidiaryId }) {
  const { scope } = actor;
  const { rows, credit } = await inCompany(scope, async (tx) => {
    const found = await listRows(tx, scope, input.subsidiaryId, EXCEPTIONS_SHOWN.most);
    return { rows: found, credit: await readCreditMarks(tx, scope, found) };
  });
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map((row) => {
      const [first, ...more] = ineligibilities({ ...row, live: null });
      return {
        id: row.loadId,
        load: row.loadNumber,
        customer: row.customerName,
        credit: credit({ ...row, ...input }),
        cents: row.amountCents ?? row.totalCents,
        reason: first?.sentence ?? "",
        fix: first?.fix ?? null,
        moreReasons: more.filter(({ reason }) => !isPartOf(first?.reason, reason)).length,
      };
    }),
  };
}

// What a Released load lacks on the way to Queued is said with it.
function isPartOf(first: Ineligibility | undefined, reason: Ineligibility): boolean {
  return first === "not_queued" && reason === "not_merged";
}
