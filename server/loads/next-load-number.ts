import { inCompany, type Tx } from "#db/client.ts";
import { listLatestLoadNumbers, listTakenLoadNumbers } from "#db/queries/load-numbers.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { nextLoadNumbers } from "./rules/load-number.ts";

const LOOKED_AT = 200;
const TRIED = 50;

/** A free load number to suggest: the next after the subsidiary's highest of late. Null where none comes to mind. */
export function nextLoadNumber(
  { scope }: Actor,
  { subsidiaryId }: { subsidiaryId: SubsidiaryId },
): Promise<string | null> {
  return inCompany(scope, (tx) => suggestNumber(tx, scope, subsidiaryId));
}

/** As `nextLoadNumber`, inside a transaction. */
export async function suggestNumber(
  tx: Tx,
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
): Promise<string | null> {
  const latest = await listLatestLoadNumbers(tx, scope, subsidiaryId, LOOKED_AT);
  const next = nextLoadNumbers(latest, TRIED);
  // Another subsidiary may number its loads in the same series.
  const taken = await listTakenLoadNumbers(tx, scope, next);
  return next.find((number) => !taken.has(number)) ?? null;
}
