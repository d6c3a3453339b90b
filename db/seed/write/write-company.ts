import type { Tx } from "#db/client.ts";
import {
  companies,
  importantInfoVersions,
  integrations,
  memberships,
  subsidiaries,
  users,
} from "#db/schema/index.ts";
import { hashPassword } from "#server/auth/password.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";
import { type Cast, type CastSubsidiary, personOf } from "../cast.ts";
import { DEMO_PASSWORD, type PersonRow } from "../data/people.ts";
import { insertMany } from "./insert-many.ts";

/** Writes the company, its people, subsidiaries, texts and OTR logins. */
export async function writeCompany(
  tx: Tx,
  cast: Cast,
  people: Readonly<Record<string, PersonRow>>,
  lastSuccessAt: Date | null,
): Promise<void> {
  const { companyId } = cast.scope;
  const createdAt = cast.since;
  await tx.insert(companies).values({ id: companyId, name: cast.name, timeZone: cast.timeZone, createdAt });
  await writePeople(tx, cast, people);
  const owned = Object.values(cast.subsidiaries);
  await insertMany(
    tx,
    subsidiaries,
    owned.map(({ id, name, street, city, state, zip, usdotNumber, mcNumber, timeZone }) => ({
      ...{ companyId, id, name, street, city, state, zip, usdotNumber, mcNumber, timeZone, createdAt },
    })),
  );
  const createdBy = personOf(cast, "owner");
  await insertMany(
    tx,
    importantInfoVersions,
    owned.flatMap(({ id, infos }) =>
      infos.map((info) => ({ ...info, companyId, subsidiaryId: id, createdBy })),
    ),
  );
  await insertMany(
    tx,
    integrations,
    owned.flatMap((subsidiary) => integrationRow(cast, subsidiary, lastSuccessAt) ?? []),
  );
}

async function writePeople(tx: Tx, cast: Cast, people: Readonly<Record<string, PersonRow>>): Promise<void> {
  const { companyId } = cast.scope;
  const createdAt = cast.since;
  // One password, so one hash: argon2 is slow on purpose.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const rows = Object.entries(people).map(([key, person]) => ({ ...person, id: personOf(cast, key) }));
  await insertMany(
    tx,
    users,
    rows.map(({ id, email, name }) => ({ id, email, name, passwordHash, createdAt })),
  );
  await insertMany(
    tx,
    memberships,
    rows.map(({ id, role, billing }) => ({ companyId, userId: id, role, billing, createdAt })),
  );
}

function integrationRow(cast: Cast, subsidiary: CastSubsidiary, lastSuccessAt: Date | null) {
  const { integrationId: id, otr, id: subsidiaryId } = subsidiary;
  if (!id || !otr) return undefined;
  return {
    companyId: cast.scope.companyId,
    id,
    subsidiaryId,
    status: "active" as const,
    username: otr.username,
    passwordCiphertext: encryptSecret(otr.password, id),
    savedBy: personOf(cast, "admin"),
    savedAt: cast.since,
    lastSuccessAt,
    createdAt: cast.since,
  };
}
