import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** The name of the role the app is signed in as, and whether it could bypass row-level security. */
export async function readAppRole(tx: Tx): Promise<{ name: string; bypassesRls: boolean }> {
  const [row] = await tx.execute<{ name: string; bypasses: boolean }>(sql`
    select current_user as name, rolsuper or rolbypassrls
      or exists (select 1 from pg_class c where c.relname = 'loads' and c.relowner = r.oid) as bypasses
    from pg_roles r where rolname = current_user`);
  if (!row) throw new Error("The database did not say who we are.");
  return { name: row.name, bypassesRls: row.bypasses };
}
