import type { Sql } from "postgres";

/**
 * Makes sure that the login role named in `appUrl` exists with its password, has the app's rights, and
 * can't bypass row-level security. Throws when the URL names a superuser or the owner of the tables.
 */
export async function ensureAppRole(owner: Sql, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const role = decodeURIComponent(username);
  const secret = decodeURIComponent(password);
  const [existing] = await owner<{ strong: boolean }[]>`
    select rolsuper or rolbypassrls or rolname = current_user as strong from pg_roles where rolname = ${role}`;
  if (existing?.strong) {
    throw new Error(
      `DATABASE_URL signs in as "${role}", which can bypass row-level security. Give the app a role of its own.`,
    );
  }
  // Role names and passwords can't be bound parameters; quote_ident and quote_literal make them safe.
  const [quoted] = await owner<{ name: string; secret: string }[]>`
    select quote_ident(${role}) as name, quote_literal(${secret}) as secret`;
  if (!quoted) throw new Error("The database did not answer.");
  const verb = existing ? "alter" : "create";
  await owner.unsafe(`${verb} role ${quoted.name} login inherit nobypassrls password ${quoted.secret}`);
  await owner.unsafe(`grant lading_rights to ${quoted.name}`);
}
