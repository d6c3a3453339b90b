import { withoutCompany } from "#db/client.ts";
import { countSecretsByKey, listCompaniesWithSecretsNotUnder } from "#db/queries/across-companies.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { CompanyId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type Keyring, keyring } from "./keyring.ts";
import { type Rotation, rotateCompanySecrets } from "./rotate-company-secrets.ts";

/** `removable`: old keys of the ring under which nothing is left. `missing`: keys that secrets need and the ring lacks. */
export type RotationReport = Rotation & {
  companies: number;
  secretsByKey: ReadonlyMap<string, number>;
  removable: string[];
  missing: string[];
};

type Options = { scopeOf: (companyId: CompanyId) => CompanyScope; ring?: Keyring; clock?: Clock };

const PAGE = 100;

/**
 * Encrypts every secret of the installation with the first key of LADING_ENCRYPTION_KEYS, company by company, while
 * the app runs. Run again it finds nothing left to do. Reports counts and key ids, never a secret.
 */
export async function rotateSecrets({
  scopeOf,
  ring = keyring(),
  clock = systemClock,
}: Options): Promise<RotationReport> {
  const total = { reencrypted: 0, replacedMeanwhile: 0, unreadable: 0, companies: 0 };
  for await (const companyId of companiesWithOldSecrets(ring)) {
    const done = await rotateCompanySecrets(scopeOf(companyId), { ring, clock });
    total.companies += 1;
    total.reencrypted += done.reencrypted;
    total.replacedMeanwhile += done.replacedMeanwhile;
    total.unreadable += done.unreadable;
  }
  const secretsByKey = await withoutCompany(countSecretsByKey);
  const old = [...ring.keys.keys()].filter((keyId) => keyId !== ring.current);
  return {
    ...total,
    secretsByKey,
    removable: old.filter((keyId) => !secretsByKey.has(keyId)),
    missing: [...secretsByKey.keys()].filter((keyId) => !ring.keys.has(keyId)),
  };
}

async function* companiesWithOldSecrets({ current }: Keyring): AsyncGenerator<CompanyId> {
  let after: CompanyId | null = null;
  do {
    const page: CompanyId[] = await withoutCompany((tx) =>
      listCompaniesWithSecretsNotUnder(tx, current, after, PAGE),
    );
    yield* page;
    after = page.length === PAGE ? (page.at(-1) ?? null) : null;
  } while (after);
}
