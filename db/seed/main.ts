import { closeDatabase, withoutCompany } from "#db/client.ts";
import { findLogin, hasCompany } from "#db/queries/across-companies.ts";
import { env } from "#server/env.ts";
import { CEDAR_PEOPLE, SAMPLE_PEOPLE } from "./data/people.ts";
import { demoAccounts, writeDemoAccounts } from "./demo-accounts.ts";
import { seedDemoCompany } from "./seed-demo-company.ts";
import { seedSecondCompany } from "./seed-second-company.ts";

try {
  if (await isTaken()) console.log("There is a company already: no demo data was added.");
  else await seed();
} finally {
  await closeDatabase();
}

/** A demo that was interrupted after its first company, Cedar Gap, is not: it is completed. */
function isTaken(): Promise<boolean> {
  return withoutCompany(async (tx) => {
    if (await findLogin(tx, SAMPLE_PEOPLE.owner.email)) return true;
    return (await hasCompany(tx)) && !(await findLogin(tx, CEDAR_PEOPLE.owner.email));
  });
}

async function seed(): Promise<void> {
  const start = performance.now();
  const second = await withoutCompany((tx) => findLogin(tx, CEDAR_PEOPLE.owner.email));
  if (!second) await seedSecondCompany();
  // Last, because its owner's login is what says that the demo is complete.
  const queuedReady = Number(process.env.LADING_DEMO_QUEUED || 60);
  await seedDemoCompany({ otrBaseUrl: env().OTR_BASE_URL, queuedReady, sharedPapers: queuedReady > 1000 });
  await writeDemoAccounts(process.env.LADING_DATA_DIR || ".lading");
  console.log(`Demo data written in ${((performance.now() - start) / 1000).toFixed(1)} s. Sign in with:`);
  for (const { email, password, note } of demoAccounts()) console.log(`  ${email}  ${password}  ${note}`);
}
