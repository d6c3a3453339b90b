import { inCompany } from "#db/client.ts";
import { listInfoVersions } from "#db/queries/important-info.ts";
import { findSubsidiarySettings } from "#db/queries/subsidiary-settings.ts";
import type { Actor } from "#server/auth/actor.ts";
import { noSuchSubsidiary } from "./no-such-subsidiary.ts";
import type { InfoHistoryWanted, InfoVersion } from "./schemas.ts";
import { toInfo } from "./to-info.ts";

/** Every version of a subsidiary's text, the newest first (R4). Throws not_found for another company's subsidiary. */
export function listInfoHistory(
  { scope }: Actor,
  { subsidiaryId, kind }: InfoHistoryWanted,
): Promise<InfoVersion[]> {
  return inCompany(scope, async (tx) => {
    if (!(await findSubsidiarySettings(tx, scope, subsidiaryId))) throw noSuchSubsidiary();
    return (await listInfoVersions(tx, scope, subsidiaryId, kind)).map(toInfo);
  });
}
