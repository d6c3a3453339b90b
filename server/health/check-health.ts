import { withoutCompany } from "#db/client.ts";
import { readAppRole } from "#db/queries/health.ts";

/**
 * Answers whether the app can serve: its database replies, and its role is one that row-level security
 * holds. Throws an Error with a sentence for the operator otherwise.
 */
export async function checkHealth(): Promise<void> {
  const role = await withoutCompany(readAppRole);
  if (role.bypassesRls) {
    throw new Error(
      `The app is signed in to PostgreSQL as "${role.name}", which can see every company's rows. Use the role that db:migrate made.`,
    );
  }
}
