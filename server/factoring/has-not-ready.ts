import { inCompany } from "#db/client.ts";
import { hasNotReady as hasRows } from "#db/queries/factoring-exceptions.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

/** Whether the subsidiary has near misses at all: the page keeps their place before it knows how many (R22). */
export function hasNotReady({ scope }: Actor, input: { subsidiaryId: SubsidiaryId }): Promise<boolean> {
  return inCompany(scope, (tx) => hasRows(tx, scope, input.subsidiaryId));
}
