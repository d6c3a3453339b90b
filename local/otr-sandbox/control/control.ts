import { settleInvoice } from "../automatic-mode.ts";
import type { Choices } from "../choices.ts";
import type { Fault, FaultKind, FaultRequest } from "../faults.ts";
import type { ReceivedRequest } from "../request-log.ts";
import type { Sandbox } from "../sandbox.ts";
import type {
  AutomaticMode,
  Broker,
  Document,
  Invoice,
  Latency,
  Login,
  SeededInvoice,
} from "../sandbox-types.ts";

/** What people and tests may do to a sandbox. The same operations answer over HTTP, by their kebab-case name. */
export type Control = ReturnType<typeof createControl>;

const pageSize = 100;

/** The operations over one sandbox. Those that change something resolve once the change is kept. */
export function createControl(sandbox: Sandbox) {
  const keep = async (...events: Parameters<Sandbox["record"]>[0][]) => {
    for (const event of events) sandbox.record(event);
    await sandbox.saved();
  };

  return {
    /** Forgets invoices, documents, requests and faults; returns to the seeds it started with. */
    reset: () => sandbox.reset(),
    seedLogins: ({ logins }: { logins: Login[] }) => keep({ type: "logins_seeded", logins }),
    seedBrokers: ({ brokers }: { brokers: Broker[] }) => keep({ type: "brokers_seeded", brokers }),
    /** Puts many invoices in at once, under keys of the caller's choice; one whose key is taken replaces what was there. */
    seedInvoices: ({ invoices }: { invoices: SeededInvoice[] }) =>
      keep({ type: "invoices_seeded", invoices, at: sandbox.now() }),
    removeBroker: ({ mc }: { mc: string }) => keep({ type: "broker_removed", mc }),
    setChoices: (choices: Partial<Choices>) => keep({ type: "choices_set", choices }),
    setLatency: (latency: Latency) => keep({ type: "latency_set", latency }),
    setAutomatic: ({ automatic }: { automatic: AutomaticMode }) => keep({ type: "automatic_set", automatic }),
    /** Sets OTR's status of an invoice, found by key or number, to any number or word. Rejects when there is none. */
    setStatus: async (target: { pkey?: number; invoiceNo?: string; status: number | string }) => {
      const found = [...sandbox.data.invoices.values()].filter(
        ({ pkey, invoiceNo }) => pkey === target.pkey || invoiceNo === target.invoiceNo,
      );
      if (found.length === 0) throw new RangeError("no such invoice");
      const at = sandbox.now();
      await keep(
        ...found.map(({ pkey }) => ({ type: "status_set", pkey, status: target.status, at }) as const),
      );
    },
    advanceClock: ({ seconds }: { seconds: number }) =>
      keep({ type: "clock_set", offsetMs: sandbox.data.clockOffsetMs + seconds * 1000 }),
    expireTokens: async () => sandbox.tokens.expireAll(),
    injectFault: async (fault: FaultRequest): Promise<Fault> => sandbox.faults.inject(fault),
    listFaults: async (): Promise<Fault[]> => sandbox.faults.list(),
    clearFaults: async ({ kind }: { kind?: FaultKind } = {}) => sandbox.faults.clear(kind),
    /** Requests in the order they came; the log keeps the newest only. */
    listRequests: async (
      filter: { route?: string; invoiceNo?: string; afterSeq?: number; limit?: number } = {},
    ): Promise<ReceivedRequest[]> => sandbox.requests.list(filter),
    clearRequests: async () => sandbox.requests.clear(),
    /** Invoices by key, newest first; `beforePkey` asks for the next page. */
    listInvoices: async (
      filter: {
        invoiceNo?: string;
        clientDot?: string;
        search?: string;
        beforePkey?: number;
        limit?: number;
      } = {},
    ): Promise<(Invoice & { documents: Document[] })[]> => {
      const page: (Invoice & { documents: Document[] })[] = [];
      for (const invoice of [...sandbox.data.invoices.values()].reverse()) {
        if (page.length >= (filter.limit ?? pageSize)) break;
        if (!matches(invoice, filter)) continue;
        settleInvoice(invoice, sandbox);
        page.push({ ...invoice, documents: sandbox.data.documents.get(invoice.pkey) ?? [] });
      }
      return page;
    },
    listDocuments: async ({ pkey }: { pkey: number }): Promise<Document[]> =>
      sandbox.data.documents.get(pkey) ?? [],
    /** Bytes of a document; undefined when unknown or not kept. */
    documentBytes: async ({ id }: { id: number }): Promise<Buffer | undefined> => {
      const document = [...sandbox.data.documents.values()].flat().find((candidate) => candidate.id === id);
      return document && sandbox.documentStore.get(document.sha256);
    },
    summary: async () => ({
      now: new Date(sandbox.now()).toISOString(),
      invoices: sandbox.data.invoices.size,
      documents: [...sandbox.data.documents.values()].reduce((count, list) => count + list.length, 0),
      brokers: sandbox.data.brokers.size,
      requests: sandbox.requests.totals(),
      peakConcurrency: sandbox.requests.peak(),
      choices: sandbox.data.choices,
      latency: sandbox.data.latency,
      automatic: sandbox.data.automatic,
      faults: sandbox.faults.list(),
    }),
  };
}

function matches(
  invoice: Invoice,
  filter: { invoiceNo?: string; clientDot?: string; search?: string; beforePkey?: number },
): boolean {
  const words = `${invoice.invoiceNo} ${invoice.poNumber} ${invoice.brokerName}`.toLowerCase();
  return (
    (filter.invoiceNo === undefined || invoice.invoiceNo === filter.invoiceNo) &&
    (filter.clientDot === undefined || invoice.clientDot === filter.clientDot) &&
    (filter.beforePkey === undefined || invoice.pkey < filter.beforePkey) &&
    (!filter.search || words.includes(filter.search.toLowerCase()))
  );
}
