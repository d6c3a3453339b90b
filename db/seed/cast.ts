import type { ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";
import type { Id, IntegrationId, SubsidiaryId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { SubsidiaryKey, SubsidiaryRow } from "./data/companies.ts";

/** One version of a text under Important Information. */
export type InfoVersion = {
  id: Id<"info">;
  kind: ImportantInfoKind;
  version: number;
  body: string;
  createdAt: Date;
};

export type CastSubsidiary = SubsidiaryRow & {
  id: SubsidiaryId;
  integrationId: IntegrationId | null;
  infos: InfoVersion[];
};

/** Who and what the demo's loads belong to. People by their key in the data. */
export type Cast = {
  scope: CompanyScope;
  name: string;
  timeZone: string;
  since: Date;
  people: Readonly<Record<string, UserId>>;
  subsidiaries: Partial<Record<SubsidiaryKey, CastSubsidiary>>;
};

/** A person of the cast. */
export function personOf(cast: Cast, key: string): UserId {
  const id = cast.people[key];
  if (!id) throw new RangeError(`nobody in the demo is called ${key}`);
  return id;
}

/** A subsidiary of the cast. */
export function subsidiaryOf(cast: Cast, key: SubsidiaryKey): CastSubsidiary {
  const subsidiary = cast.subsidiaries[key];
  if (!subsidiary) throw new RangeError(`the demo has no subsidiary ${key}`);
  return subsidiary;
}

/** The text of a kind that was in force at an instant; undefined before the first. */
export function infoAt(
  subsidiary: CastSubsidiary,
  kind: ImportantInfoKind,
  at: Date,
): InfoVersion | undefined {
  return subsidiary.infos.findLast((info) => info.kind === kind && info.createdAt <= at);
}
