import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  type AccountLinkId,
  type CompanyId,
  idFromUuid,
  idToUuid,
  type SessionId,
  type UserId,
} from "#server/kernel/ids.ts";

/*
 * The one path across companies, with `across-companies-sweep.ts`: each function here calls one `platform_…` function
 * of the database, which runs as the owner of the tables and hands out ids, nothing of a tenant's business (to a
 * member: their own companies' names).
 */

type Login = { userId: UserId; passwordHash: string; companyId: CompanyId };

/** Finds who may sign in with an e-mail (lower case). Undefined when nobody active has it. */
export async function findLogin(tx: Tx, email: string): Promise<Login | undefined> {
  const [row] = await tx.execute<{ user_id: string; password_hash: string; company_id: string }>(
    sql`select * from platform_find_login(${email})`,
  );
  if (!row) return undefined;
  return {
    userId: idFromUuid("user", row.user_id),
    passwordHash: row.password_hash,
    companyId: idFromUuid("company", row.company_id),
  };
}

/** True when the installation has a company, whatever it holds. */
export async function hasCompany(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`select platform_has_company() as found`);
  return row?.found ?? false;
}

/** The company and link of a one-time token, by the token's hex SHA-256; used and expired links too. */
export async function findAccountLink(
  tx: Tx,
  tokenSha256: string,
): Promise<{ companyId: CompanyId; linkId: AccountLinkId } | undefined> {
  const [row] = await tx.execute<{ company_id: string; link_id: string }>(
    sql`select * from platform_find_account_link(${tokenSha256})`,
  );
  if (!row) return undefined;
  return { companyId: idFromUuid("company", row.company_id), linkId: idFromUuid("link", row.link_id) };
}

/** The person with an e-mail (lower case), a member of any company or of none. */
export async function findAccount(
  tx: Tx,
  email: string,
): Promise<{ userId: UserId; passwordHash: string } | undefined> {
  const [row] = await tx.execute<{ user_id: string; password_hash: string }>(
    sql`select * from platform_find_account(${email})`,
  );
  return row && { userId: idFromUuid("user", row.user_id), passwordHash: row.password_hash };
}

/** True when the person is, or was, a member of another company too. */
export async function belongsElsewhere(tx: Tx, userId: UserId, companyId: CompanyId): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(
    sql`select platform_belongs_elsewhere(${idToUuid("user", userId)}, ${idToUuid("company", companyId)}) as found`,
  );
  return row?.found ?? false;
}

/**
 * Ends a person's sessions in every company at `now`, apart from `kept`. Answers the companies in which some
 * ended, so that their open pages can be told.
 */
export async function endSessionsEverywhere(
  tx: Tx,
  userId: UserId,
  now: Date,
  kept: SessionId | null,
): Promise<CompanyId[]> {
  const keptUuid = kept === null ? null : idToUuid("session", kept);
  const rows = await tx.execute<{ company_id: string }>(
    sql`select * from platform_end_sessions(${idToUuid("user", userId)}, ${now.toISOString()}, ${keptUuid})`,
  );
  return rows.map((row) => idFromUuid("company", row.company_id));
}

/** The companies of which a person is an active member, by name; at most a handful. */
export async function listCompaniesOf(tx: Tx, userId: UserId): Promise<{ id: CompanyId; name: string }[]> {
  const rows = await tx.execute<{ company_id: string; name: string }>(
    sql`select * from platform_companies_of(${idToUuid("user", userId)})`,
  );
  return rows.map((row) => ({ id: idFromUuid("company", row.company_id), name: row.name }));
}

type CompanyNight = { companyId: CompanyId; timeZone: string; lastNightOf: string | null };

/** Every company with a usable OTR login, its time zone, and the last local day its nightly sync ran for. */
export async function listCompaniesWithOtr(tx: Tx): Promise<CompanyNight[]> {
  const rows = await tx.execute<{ company_id: string; time_zone: string; last_night_of: string | null }>(
    sql`select company_id, time_zone, last_night_of::text from platform_companies_with_otr()`,
  );
  return rows.map((row) => ({
    companyId: idFromUuid("company", row.company_id),
    timeZone: row.time_zone,
    lastNightOf: row.last_night_of,
  }));
}

/** Companies, after `after` by id, with a secret that is not under the key `keyId`. */
export async function listCompaniesWithSecretsNotUnder(
  tx: Tx,
  keyId: string,
  after: CompanyId | null,
  atMost: number,
): Promise<CompanyId[]> {
  const behind = after ? idToUuid("company", after) : "00000000-0000-0000-0000-000000000000";
  const rows = await tx.execute<{ company_id: string }>(
    sql`select * from platform_companies_with_secrets_not_under(${keyId}, ${behind}, ${atMost})`,
  );
  return rows.map((row) => idFromUuid("company", row.company_id));
}

/** How many secrets of the whole installation are under each key, by the id of the key. */
export async function countSecretsByKey(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.execute<{ key_id: string; secrets: number }>(
    sql`select * from platform_secrets_by_key()`,
  );
  return new Map(rows.map((row) => [row.key_id, row.secrets]));
}
