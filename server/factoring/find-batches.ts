import { inCompany } from "#db/client.ts";
import { findBatchesByNumber } from "#db/queries/factoring-find.ts";
import type { Actor } from "#server/auth/actor.ts";

const LIMIT = 6;

/** The batches whose number begins with the digits, newest first, for the command palette. */
export function findBatches({ scope }: Actor, { digits }: { digits: string }) {
  return inCompany(scope, (tx) => findBatchesByNumber(tx, scope, digits, LIMIT));
}
