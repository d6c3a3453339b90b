import { type Choices, defaultChoices } from "./choices.ts";
import type { AutomaticMode, Broker, Document, Invoice, Latency, Login } from "./sandbox-types.ts";
import { defaultBrokers, defaultLogins, firstInvoicePkey } from "./seed-defaults.ts";

/** What the sandbox starts from, and returns to on a reset. */
export type Seeds = {
  logins: Login[];
  brokers: Broker[];
  choices: Partial<Choices>;
  latency: Latency;
  automatic: AutomaticMode;
};

/** Everything that outlives a restart. */
export type SandboxData = {
  logins: Map<string, Login>;
  brokers: Map<string, Broker>;
  invoices: Map<number, Invoice>;
  pkeyByNumber: Map<string, number>;
  pkeyByPo: Map<string, number>;
  documents: Map<number, Document[]>;
  choices: Choices;
  latency: Latency;
  automatic: AutomaticMode;
  clockOffsetMs: number;
  nextPkey: number;
  nextDocumentId: number;
};

/** Seeds with the defaults of every value not given. */
export function seedsFrom(given: Partial<Seeds>): Seeds {
  return {
    logins: given.logins ?? defaultLogins,
    brokers: given.brokers ?? defaultBrokers,
    choices: given.choices ?? {},
    latency: given.latency ?? {},
    automatic: given.automatic ?? null,
  };
}

/** Fresh data: the seeds and no invoices. */
export function createData(seeds: Seeds): SandboxData {
  return {
    logins: new Map(seeds.logins.map((login) => [login.username, login])),
    brokers: new Map(seeds.brokers.map((broker) => [broker.mc, broker])),
    invoices: new Map(),
    pkeyByNumber: new Map(),
    pkeyByPo: new Map(),
    documents: new Map(),
    choices: { ...defaultChoices, ...seeds.choices },
    latency: { ...seeds.latency },
    automatic: seeds.automatic,
    clockOffsetMs: 0,
    nextPkey: firstInvoicePkey,
    nextDocumentId: 1,
  };
}
