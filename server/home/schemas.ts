import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import type { BatchId, BatchInvoiceId, CustomerId, LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { InvoiceNote } from "#server/reports/rules/invoice-note.ts";

/** The way on; null for those who may not take it: the sentence then says whom to ask. */
export type WayOn = { label: string; href: string } | null;

/** What keeps the desk as a whole from working: a login, a number, a night without a sync. */
export type DeskTrouble = { id: string; meaning: "failed" | "attention"; sentence: string; fix: WayOn };

/** An invoice that waits for a person. Amounts are cents. */
export type WaitingInvoice = {
  id: BatchInvoiceId;
  loadId: LoadId;
  loadNumber: string;
  customerName: string;
  credit: CreditMark | null;
  amountCents: number;
  batchId: BatchId;
  batchNumber: number;
  note: InvoiceNote | null;
};

/** A broker that OTR wants to be called about, with what waits for it in the queue. */
export type BrokerToCall = {
  customerId: CustomerId;
  subsidiaryName: string;
  name: string;
  credit: CreditMark | null;
  loads: number;
  cents: number;
};

/** Loads of a subsidiary that lack something on their way to the factor. */
export type NotReadyLoads = { subsidiaryId: SubsidiaryId; subsidiaryName: string; loads: number };

/** Counts and cents of a stage. */
export type Stage = { count: number; cents: number };

/** A week by its Monday (a calendar date): what OTR accepted and what it financed in it, in cents. */
export type MoneyWeek = { monday: string; acceptedCents: number; financedCents: number };

/** What is for people with the "Billing" permission. Each list is cut short; its total counts all. */
export type BillingHome = {
  waiting: { total: number; invoices: WaitingInvoice[] };
  toCall: { total: number; brokers: BrokerToCall[] };
  notReady: NotReadyLoads[];
  stages: { queued: Stage; atOtr: Stage; financedThisWeek: Stage; financedThisMonth: Stage };
  weeks: MoneyWeek[];
};

/** A step from an empty company to its first batch. `other` is a second way to the same, for the steps that have one. */
export type FirstStep = {
  id: string;
  title: string;
  why: string;
  done: boolean;
  link: WayOn;
  other: WayOn;
};

/** The home page for one reader. */
export type Home = {
  troubles: DeskTrouble[];
  /** Null for those without the "Billing" permission. */
  billing: BillingHome | null;
  /** Until the company has submitted its first batch; null from then on. */
  firstSteps: FirstStep[] | null;
};
