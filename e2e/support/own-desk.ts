import type { ApiSession } from "./api.ts";
import { otrSandbox } from "./installation.ts";
import { aQueuedLoad } from "./queued-load.ts";

/** What is otherwise than it should be. */
type Lacks = { usdotNumber?: ""; mcNumber?: ""; login?: null; method?: "email" };

/** A subsidiary with a login at OTR, one broker and one Queued load of its own. */
export type OwnDesk = {
  subsidiary: { id: string; name: string; usdotNumber: string };
  login: { username: string; password: string };
  broker: { id: string; name: string; mcNumber: string };
  load: { id: string; number: string; invoiceNumber: string };
};

const ADDRESS = { street: "40 Depot Rd", city: "Roanoke", state: "VA", zip: "24011" };

/** Sets up the company's desk of this place, and OTR's side of it: ready to submit, but for what it lacks. */
export async function setUpDesk(session: ApiSession, place: number, lacks: Lacks = {}): Promise<OwnDesk> {
  const usdotNumber = String(1_177_000 + place);
  const login = { username: `desk-${place}@tall-pine.test`, password: "pine-portal" };
  const broker = { name: `Broad Creek Brokerage ${place}`, mcNumber: String(917_000 + place) };
  await atOtr({ usdotNumber, login, broker });

  const name = `Tall Pine Division ${place}`;
  await session.mutate("subsidiaries.create", {
    ...{ name, usdotNumber, mcNumber: "", timeZone: "America/Chicago", ...ADDRESS },
    ...("usdotNumber" in lacks && { usdotNumber: lacks.usdotNumber }),
  });
  const choices = await session.query<{ id: string; name: string }[]>("subsidiaries.list");
  const subsidiaryId = choices.find((choice) => choice.name === name)?.id ?? "";
  await session.mutate("companyProfile.saveInfo", {
    ...{ kind: "notice_of_assignment", body: "Pay OTR Solutions only." },
    targets: [{ subsidiaryId, expectedVersion: 0 }],
  });
  if (lacks.login !== null) await session.mutate("integrations.saveLogin", { subsidiaryId, ...login });
  const { customerId } = await session.mutate<{ customerId: string }>("customers.create", {
    ...{ ...broker, ...ADDRESS, kind: "broker", sameMcIsFine: false },
    ...("mcNumber" in lacks && { mcNumber: lacks.mcNumber }),
    methods: [{ subsidiaryId, method: lacks.method ?? "factoring" }],
  });
  const load = { number: `TP-${place}`, invoiceNumber: String(880_000 + place) };
  const loadId = await aQueuedLoad(session, { subsidiaryId, customerId, ...load });
  return {
    subsidiary: { id: subsidiaryId, name, usdotNumber },
    login,
    broker: { id: customerId, ...broker },
    load: { id: loadId, ...load },
  };
}

type Known = {
  usdotNumber: string;
  login: OwnDesk["login"];
  broker: Pick<OwnDesk["broker"], "name" | "mcNumber">;
};

async function atOtr({ usdotNumber, login, broker }: Known): Promise<void> {
  const { name, mcNumber } = broker;
  await otrSandbox().seedLogins({
    logins: [{ ...login, usdotNumbers: [usdotNumber], clientName: "TALL PINE LINES LLC" }],
  });
  await otrSandbox().seedBrokers({ brokers: [{ mc: mcNumber, name, result: "Approved", noBuy: false }] });
}
