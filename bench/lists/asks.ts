import { listAudit } from "#server/audit/list-audit.ts";
import { BACKGROUND } from "#server/audit/rules/background.ts";
import { listCustomers } from "#server/customers/list-customers.ts";
import { hasNotReady } from "#server/factoring/has-not-ready.ts";
import { listNeedsYou } from "#server/factoring/list-needs-you.ts";
import { listNotReady } from "#server/factoring/list-not-ready.ts";
import { listQueue } from "#server/factoring/list-queue.ts";
import { listRunningBatches } from "#server/factoring/list-running-batches.ts";
import type { QueueView } from "#server/factoring/queue-schemas.ts";
import { totalQueue } from "#server/factoring/total-queue.ts";
import { listLoads } from "#server/loads/list-loads.ts";
import { getOverview } from "#server/reports/get-overview.ts";
import { listBatchInvoices } from "#server/reports/list-batch-invoices.ts";
import { listBatches } from "#server/reports/list-batches.ts";
import type { WorldFacts } from "./world-facts.ts";

/** One list as a person asks for it. */
export type Ask = {
  name: string;
  run: (facts: WorldFacts) => Promise<unknown>;
  /** It finds more the more customers a company has, so its cost is no measure of the data that it does not want. */
  findsMore: boolean;
};

type Asks = Record<string, (facts: WorldFacts) => Promise<unknown>>;

const WHOLE_QUEUE = { search: "", filter: "all", sort: "delivered", order: "asc" } as const;

const queue = (facts: WorldFacts, view: Partial<QueueView>, cursor?: WorldFacts["queueEnd"]) =>
  listQueue(facts.actor, { ...WHOLE_QUEUE, subsidiaryId: facts.subsidiaryId, ...view, cursor });

const invoicesOf = (facts: WorldFacts, view: Partial<Parameters<typeof listBatchInvoices>[1]>) =>
  listBatchInvoices(facts.actor, { batchId: facts.latestBatchId, filter: "all", ...view });

const QUEUE: Asks = {
  "first page": (facts) => queue(facts, {}),
  "by amount": (facts) => queue(facts, { sort: "amount", order: "desc" }),
  approved: (facts) => queue(facts, { filter: "approved" }),
  "load number": (facts) => queue(facts, { search: facts.queued.loadNumber }),
  "PO number": (facts) => queue(facts, { search: facts.queued.poNumber }),
  customer: (facts) => queue(facts, { search: facts.queued.customerName }),
  "MC number": (facts) => queue(facts, { search: `MC ${facts.queued.mcNumber}` }),
  "last page": (facts) => queue(facts, {}, facts.queueEnd),
  "not ready": ({ actor, subsidiaryId }) => listNotReady(actor, { subsidiaryId }),
  "needs you": ({ actor, subsidiaryId }) => listNeedsYou(actor, { subsidiaryId }),
  "any not ready": ({ actor, subsidiaryId }) => hasNotReady(actor, { subsidiaryId }),
  "on its way": ({ actor, subsidiaryId }) => listRunningBatches(actor, { subsidiaryId }),
  total: (facts) => totalQueue(facts.actor, { ...WHOLE_QUEUE, subsidiaryId: facts.subsidiaryId }),
};

const BATCHES: Asks = {
  "first page": ({ actor }) => listBatches(actor, {}),
  overview: ({ actor }) => getOverview(actor),
  subsidiary: ({ actor, subsidiaryId }) => listBatches(actor, { subsidiaryId }),
  "needs you": ({ actor }) => listBatches(actor, { needsYou: true }),
  days: ({ actor }) => listBatches(actor, { from: "2023-01-01", to: "2024-12-31" }),
  "load number": ({ actor, old }) => listBatches(actor, { search: old.loadNumber }),
  "PO number": ({ actor, old }) => listBatches(actor, { search: old.poNumber }),
  "invoice number": ({ actor, old }) => listBatches(actor, { search: old.invoiceNumber }),
  "nothing found": ({ actor }) => listBatches(actor, { search: "NO-SUCH-NUMBER" }),
  "far page": ({ actor, far }) => listBatches(actor, { cursor: far.batchNumber }),
  "its invoices": (facts) => invoicesOf(facts, {}),
  "its invoices, need you": (facts) => invoicesOf(facts, { filter: "needs_you" }),
  "its invoices, search": (facts) => invoicesOf(facts, { search: "Prairie" }),
};

const LOADS: Asks = {
  "first page": ({ actor }) => listLoads(actor, {}),
  completed: ({ actor }) => listLoads(actor, { status: "completed" }),
  queued: ({ actor }) => listLoads(actor, { status: "queued" }),
  subsidiary: ({ actor, subsidiaryId }) => listLoads(actor, { subsidiaryId }),
  "load number": ({ actor, old }) => listLoads(actor, { search: old.loadNumber }),
  "PO number": ({ actor, old }) => listLoads(actor, { search: old.poNumber }),
  customer: ({ actor, queued }) => listLoads(actor, { search: queued.customerName }),
  "part of a name": ({ actor, partOfName }) => listLoads(actor, { search: partOfName }),
  "part of many names": ({ actor }) => listLoads(actor, { search: "Lantern" }),
  "MC number": ({ actor, queued }) => listLoads(actor, { search: `MC ${queued.mcNumber}` }),
  "nothing found": ({ actor }) => listLoads(actor, { search: "NO-SUCH-NUMBER" }),
  "1,000th page": ({ actor, far }) => listLoads(actor, { cursor: far.loadId }),
};

const CUSTOMERS: Asks = {
  "first page": ({ actor }) => listCustomers(actor, {}),
  name: ({ actor, queued }) => listCustomers(actor, { search: queued.customerName }),
  "part of a name": ({ actor, partOfName }) => listCustomers(actor, { search: partOfName }),
  "part of many names": ({ actor }) => listCustomers(actor, { search: "lan log" }),
  "MC number": ({ actor, queued }) => listCustomers(actor, { search: `MC ${queued.mcNumber}` }),
  city: ({ actor }) => listCustomers(actor, { search: "Savannah" }),
  "nothing found": ({ actor }) => listCustomers(actor, { search: "NO-SUCH-NAME" }),
  "far page": ({ actor, far }) => listCustomers(actor, { cursor: far.customerName }),
};

const AUDIT: Asks = {
  "first page": ({ actor }) => listAudit(actor, {}),
  action: ({ actor }) => listAudit(actor, { action: "batch.submitted" }),
  person: ({ actor }) => listAudit(actor, { person: actor.userId }),
  "person and action": ({ actor }) => listAudit(actor, { person: actor.userId, action: "purchase.changed" }),
  "background and action": ({ actor }) => listAudit(actor, { person: BACKGROUND, action: "session.started" }),
  days: ({ actor }) => listAudit(actor, { from: "2024-03-01", to: "2024-03-31" }),
  "days and action": ({ actor }) =>
    listAudit(actor, { action: "customer.updated", from: "2022-03-01", to: "2022-03-31" }),
  "load number": ({ actor, old }) => listAudit(actor, { about: old.loadNumber }),
  customer: ({ actor, queued }) => listAudit(actor, { about: queued.customerName }),
  "nothing found": ({ actor }) => listAudit(actor, { about: "NO-SUCH-NUMBER" }),
  "1,000th page": ({ actor, far }) => listAudit(actor, { cursor: far.auditId }),
};

const LISTS = {
  "Factoring queue": QUEUE,
  "Factoring report": BATCHES,
  Loads: LOADS,
  Customers: CUSTOMERS,
  Audit: AUDIT,
};

/** Every list of the product, in each way that it is asked for. */
export const ASKS: readonly Ask[] = Object.entries(LISTS).flatMap(([list, asks]) =>
  Object.entries(asks).map(([name, run]) => ({
    name: `${list}: ${name}`,
    run,
    findsMore: name === "part of many names",
  })),
);
