import { inCompany } from "#db/client.ts";
import { assembleCast } from "./assemble-cast.ts";
import { createCalendar } from "./calendar.ts";
import type { Cast } from "./cast.ts";
import { SAMPLE_SUBSIDIARIES } from "./data/companies.ts";
import { SAMPLE_PEOPLE } from "./data/people.ts";
import { sendPast } from "./otr/otr-desk.ts";
import { findSandbox, introduceBrokers } from "./otr/sandbox-control.ts";
import { makeAllPapers } from "./papers/make-all-papers.ts";
import { planDemo } from "./plan/plan-demo.ts";
import { createRandom } from "./random.ts";
import { writeAudit } from "./write/write-audit.ts";
import { writeBatches } from "./write/write-batches.ts";
import { writeCompany } from "./write/write-company.ts";
import { writeCredit } from "./write/write-credit.ts";
import { writeCustomers } from "./write/write-customers.ts";
import { writeLoads } from "./write/write-loads.ts";
import { writePurchaseChanges, writeSyncRuns } from "./write/write-syncs.ts";

export type DemoOptions = {
  now?: Date;
  /** The same number gives the same demo, apart from ids and from dates, which follow `now`. */
  seed?: number;
  /** Loads of Sample Hauling Inc that are ready for the factor, two of them without the customer's MC number. */
  queuedReady?: number;
  /** One set of PDFs for all loads: for thousands of loads. */
  sharedPapers?: boolean;
  /** OTR's address. Where it is a sandbox it gets brokers, past invoices and documents; else nothing is sent. */
  otrBaseUrl?: string;
};

const TIME_ZONE = "America/Chicago";

/**
 * Makes Sample Hauling Inc: people, two subsidiaries with OTR logins, forty brokers, some 320 loads in every status
 * and a dozen past batches, consistent with each other. All rows are written in one transaction, so a demo is
 * there as a whole or not at all.
 */
export async function seedDemoCompany(options: DemoOptions = {}): Promise<Cast> {
  const { now = new Date(), seed = 417, queuedReady = 60, sharedPapers = false, otrBaseUrl } = options;
  const random = createRandom(seed);
  const calendar = createCalendar(now, TIME_ZONE);
  const cast = assembleCast(
    {
      name: "Sample Hauling Inc",
      timeZone: TIME_ZONE,
      people: SAMPLE_PEOPLE,
      subsidiaries: SAMPLE_SUBSIDIARIES,
    },
    calendar,
  );
  const { customers, batches, loads, runs } = planDemo({ random, calendar, since: cast.since, queuedReady });
  const papers = await makeAllPapers(cast, loads, { random, shared: sharedPapers });
  const sandbox = otrBaseUrl === undefined ? undefined : await findSandbox(otrBaseUrl);
  if (sandbox) await introduceBrokers(sandbox);
  const sent = await sendPast(cast, batches, papers, sandbox);

  await inCompany(cast.scope, async (tx) => {
    await writeCompany(tx, cast, SAMPLE_PEOPLE, runs.at(-1)?.finishedAt ?? null);
    await writeCustomers(tx, cast, customers);
    await writeCredit(tx, cast, { customers, random, calendar });
    await writeLoads(tx, cast, loads, papers);
    await writeSyncRuns(tx, cast, runs, calendar);
    await writeBatches(tx, cast, { batches, runs, sent, papers });
    await writePurchaseChanges(tx, cast, batches, runs);
    await writeAudit(tx, cast, batches, runs);
  });
  return cast;
}
