import { inCompany } from "#db/client.ts";
import { assembleCast } from "./assemble-cast.ts";
import { createCalendar } from "./calendar.ts";
import type { Cast } from "./cast.ts";
import { BROKERS } from "./data/brokers.ts";
import { CEDAR_SUBSIDIARIES } from "./data/companies.ts";
import { cedarGroups } from "./data/load-groups.ts";
import { CEDAR_PEOPLE } from "./data/people.ts";
import { makeAllPapers } from "./papers/make-all-papers.ts";
import { numberLoads } from "./plan/number-loads.ts";
import { planCustomers } from "./plan/plan-customers.ts";
import { planGroups } from "./plan/plan-groups.ts";
import { createRandom } from "./random.ts";
import { writeCompany } from "./write/write-company.ts";
import { writeCustomers } from "./write/write-customers.ts";
import { writeLoads } from "./write/write-loads.ts";

const TIME_ZONE = "America/Chicago";
const BROKERS_OF_A_BEGINNER = 9;

/**
 * Makes Cedar Gap Freight: another company, which shares nothing with the first and has neither an OTR login nor a
 * USDOT number yet.
 */
export async function seedSecondCompany({ now = new Date(), seed = 73 } = {}): Promise<Cast> {
  const random = createRandom(seed);
  const calendar = createCalendar(now, TIME_ZONE);
  const script = { name: "Cedar Gap Freight", timeZone: TIME_ZONE, people: CEDAR_PEOPLE };
  const cast = assembleCast({ ...script, subsidiaries: CEDAR_SUBSIDIARIES }, calendar);
  const customers = planCustomers(["cedar"], cast.since, BROKERS.slice(0, BROKERS_OF_A_BEGINNER));
  const ground = { random, calendar, customers, usedPos: new Set<string>() };
  const loads = numberLoads(planGroups(ground, cedarGroups()), CEDAR_SUBSIDIARIES);
  const papers = await makeAllPapers(cast, loads, { random, shared: false });
  await inCompany(cast.scope, async (tx) => {
    await writeCompany(tx, cast, CEDAR_PEOPLE, null);
    await writeCustomers(tx, cast, customers);
    await writeLoads(tx, cast, loads, papers);
  });
  return cast;
}
