import { inCompany } from "#db/client.ts";
import { findImport } from "#db/queries/imports.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { noSuchImport } from "./no-such-import.ts";
import type { ImportDetails, ImportRef } from "./schemas.ts";
import { toDetails } from "./to-details.ts";

/** An import and how far it has come (R21). Throws not_found for another company's import. */
export async function getImport(
  { scope }: Actor,
  { importId }: ImportRef,
  clock: Clock = systemClock,
): Promise<ImportDetails> {
  const row = await inCompany(scope, (tx) => findImport(tx, scope, importId));
  if (!row) throw noSuchImport();
  return toDetails(row, clock());
}
