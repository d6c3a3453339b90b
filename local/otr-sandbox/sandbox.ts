import { join } from "node:path";
import {
  type DocumentStore,
  folderDocumentStore,
  memoryDocumentStore,
  noDocumentStore,
} from "./document-store.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type Journal, noJournal, openJournal } from "./journal.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import { createData, type SandboxData, type Seeds, seedsFrom } from "./sandbox-data.ts";
import { applyEvent, type SandboxEvent } from "./sandbox-events.ts";
import { defaultSubscriptionKey } from "./seed-defaults.ts";
import { createTokens, type Tokens } from "./tokens.ts";

/** What a sandbox is made of; everything has a default. */
export type SandboxOptions = Partial<Seeds> & {
  subscriptionKeys?: string[];
  /** Keeps invoices, documents and settings in this folder across restarts. */
  dataFolder?: string;
  /** False keeps only hash and size of each document. */
  keepDocumentBytes?: boolean;
  /** Entries kept of the list of received requests; older ones are dropped. */
  requestLogLimit?: number;
};

/** One running stand-in for OTR: its data, and what a restart may forget. */
export type Sandbox = {
  data: SandboxData;
  subscriptionKeys: Set<string>;
  documentStore: DocumentStore;
  tokens: Tokens;
  faults: Faults;
  requests: RequestLog;
  /** Epoch milliseconds of the sandbox's own clock. */
  now: () => number;
  /** Applies an event and keeps it; the event survives a crash once `saved` resolves. */
  record: (event: SandboxEvent) => void;
  saved: () => Promise<void>;
  reset: () => Promise<void>;
  close: () => Promise<void>;
};

const defaultLogLimit = 2000;

/** Builds a sandbox and brings back what its data folder remembers. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const seeds = seedsFrom(options);
  const { journal, events } = await journalOf(options);
  const sandbox: Sandbox = {
    data: createData(seeds),
    subscriptionKeys: new Set(options.subscriptionKeys ?? [defaultSubscriptionKey]),
    documentStore: await documentStoreOf(options),
    tokens: createTokens(),
    faults: createFaults(),
    requests: createRequestLog(options.requestLogLimit ?? defaultLogLimit),
    now: () => Date.now() + sandbox.data.clockOffsetMs,
    record: (event) => {
      applyEvent(sandbox.data, event);
      journal.append(event);
    },
    saved: journal.flushed,
    reset: async () => {
      sandbox.data = createData(seeds);
      sandbox.tokens.expireAll();
      sandbox.faults.clear();
      sandbox.requests.clear();
      await journal.clear();
      await sandbox.documentStore.clear();
    },
    close: journal.close,
  };
  for (const event of events) applyEvent(sandbox.data, event);
  return sandbox;
}

async function journalOf({
  dataFolder,
}: SandboxOptions): Promise<{ journal: Journal; events: SandboxEvent[] }> {
  if (!dataFolder) return { journal: noJournal, events: [] };
  return openJournal(join(dataFolder, "journal.ndjson"));
}

async function documentStoreOf(options: SandboxOptions): Promise<DocumentStore> {
  if (options.keepDocumentBytes === false) return noDocumentStore;
  if (!options.dataFolder) return memoryDocumentStore();
  return folderDocumentStore(join(options.dataFolder, "documents"));
}
