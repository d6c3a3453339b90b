import type { CustomerKind, InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { FailureReason } from "#server/factoring/rules/failure-reasons.ts";
import type { SyncCounts } from "#server/factoring/rules/sync-counts.ts";
import type { BatchId, BatchInvoiceId, CustomerId, Id, InvoiceId, LoadId } from "#server/kernel/ids.ts";
import type { LoadLineKind } from "#server/loads/rules/load-line-kind.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import type { CreditStory } from "../data/brokers.ts";
import type { SubsidiaryKey } from "../data/companies.ts";
import type { Lane } from "../data/lanes.ts";
import type { Papers } from "../data/load-groups.ts";

export type CustomerPlan = {
  id: CustomerId;
  name: string;
  kind: CustomerKind;
  mcNumber: string | null;
  street: string;
  city: string;
  state: string;
  zip: string;
  poPattern: string;
  credit: CreditStory | null;
  methods: Partial<Record<SubsidiaryKey, InvoicingMethod>>;
};

export type LinePlan = { kind: LoadLineKind; description: string; amountCents: number };

export type Step = { status: LoadStatus; at: Date };

export type InvoicePlan = { id: InvoiceId; number: string; date: string; at: Date };

/** A load with all that happened to it. `invoice` is there as soon as its papers are. */
export type LoadPlan = {
  id: LoadId;
  subsidiary: SubsidiaryKey;
  customer: CustomerPlan;
  loadNumber: string;
  poNumber: string;
  lane: Lane;
  weightLb: number;
  lines: LinePlan[];
  totalCents: number;
  pickupOn: string;
  /** Null while the load is on its way, and for one that never ran. */
  deliveredOn: string | null;
  /** In order; the last is the load's status. */
  steps: Step[];
  papers: Papers;
  invoice: InvoicePlan | null;
};

/** A status that OTR showed in the night `daysAgo`. */
export type PurchaseStep = { daysAgo: number; code: number };

/** An invoice that was sent; `failure` where OTR or we refused it, else its way at OTR. */
export type BatchInvoicePlan = {
  id: BatchInvoiceId;
  load: LoadPlan;
  invoice: InvoicePlan;
  failure: FailureReason | null;
  purchase: PurchaseStep[];
  /** OTR's status now, where a sync has not seen it yet. */
  news: number | null;
};

export type BatchPlan = {
  id: BatchId;
  number: number;
  subsidiary: SubsidiaryKey;
  daysAgo: number;
  at: Date;
  by: string;
  invoices: BatchInvoicePlan[];
};

export type SyncRunPlan = SyncCounts & {
  id: Id<"sync">;
  daysAgo: number;
  /** The batch of a run that a person started; null for a night's. */
  batch: BatchPlan | null;
  at: Date;
  finishedAt: Date;
};
