import type { Choices } from "./choices.ts";
import type { SandboxData } from "./sandbox-data.ts";
import type {
  AutomaticMode,
  Broker,
  Document,
  Invoice,
  Latency,
  Login,
  SeededInvoice,
} from "./sandbox-types.ts";

/** Everything that changes what the sandbox holds, so that replaying the events rebuilds it. */
export type SandboxEvent =
  | { type: "invoice_created"; invoice: Invoice }
  | { type: "invoices_seeded"; invoices: SeededInvoice[]; at: number }
  | { type: "document_stored"; document: Document }
  | { type: "status_set"; pkey: number; status: number | string; at: number }
  | { type: "logins_seeded"; logins: Login[] }
  | { type: "brokers_seeded"; brokers: Broker[] }
  | { type: "broker_removed"; mc: string }
  | { type: "choices_set"; choices: Partial<Choices> }
  | { type: "latency_set"; latency: Latency }
  | { type: "automatic_set"; automatic: AutomaticMode }
  | { type: "clock_set"; offsetMs: number };

type Appliers = {
  [Type in SandboxEvent["type"]]: (data: SandboxData, event: Extract<SandboxEvent, { type: Type }>) => void;
};

const appliers = {
  invoice_created: (data, { invoice }) => addInvoice(data, invoice),
  invoices_seeded: (data, { invoices, at }) => {
    for (const invoice of invoices) addInvoice(data, { ...invoice, createdAt: at, modifiedAt: at });
  },
  document_stored: (data, { document }) => addDocument(data, document),
  status_set: (data, event) => setStatus(data, event),
  logins_seeded: (data, { logins }) => {
    for (const login of logins) data.logins.set(login.username, login);
  },
  brokers_seeded: (data, { brokers }) => {
    for (const broker of brokers) data.brokers.set(broker.mc, broker);
  },
  broker_removed: (data, { mc }) => data.brokers.delete(mc),
  choices_set: (data, { choices }) => Object.assign(data.choices, choices),
  latency_set: (data, { latency }) => Object.assign(data.latency, latency),
  automatic_set: (data, { automatic }) => {
    data.automatic = automatic;
  },
  clock_set: (data, { offsetMs }) => {
    data.clockOffsetMs = offsetMs;
  },
} satisfies Appliers;

/** Applies one event to the data it changes. */
export function applyEvent<Type extends SandboxEvent["type"]>(
  data: SandboxData,
  event: Extract<SandboxEvent, { type: Type }>,
): void {
  const apply: Appliers[Type] = appliers[event.type];
  apply(data, event);
}

function addInvoice(data: SandboxData, invoice: Invoice): void {
  data.invoices.set(invoice.pkey, invoice);
  data.pkeyByNumber.set(numberKey(invoice.clientDot, invoice.invoiceNo), invoice.pkey);
  data.pkeyByPo.set(numberKey(invoice.clientDot, invoice.poNumber), invoice.pkey);
  data.nextPkey = Math.max(data.nextPkey, invoice.pkey + 1);
}

function addDocument(data: SandboxData, document: Document): void {
  const list = data.documents.get(document.pkey) ?? [];
  list.push(document);
  data.documents.set(document.pkey, list);
  data.nextDocumentId = Math.max(data.nextDocumentId, document.id + 1);
}

function setStatus(data: SandboxData, event: { pkey: number; status: number | string; at: number }): void {
  const invoice = data.invoices.get(event.pkey);
  if (!invoice) return;
  invoice.status = event.status;
  invoice.modifiedAt = event.at;
}

/** The key under which an invoice or PO number is unique: per USDOT number. */
export function numberKey(clientDot: string, number: string): string {
  return JSON.stringify([clientDot, number]);
}
