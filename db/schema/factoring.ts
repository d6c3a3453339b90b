import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { FAILURE_REASONS } from "#server/factoring/rules/failure-reasons.ts";
import { SUBMISSION_STATES, SUBMISSION_STEPS } from "#server/factoring/rules/submission-state.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant, searchKey } from "./columns.ts";
import { customers } from "./customers.ts";
import { documents, invoices } from "./documents.ts";
import { integrations } from "./integrations.ts";
import { loads } from "./loads.ts";
import { subsidiaries } from "./subsidiaries.ts";

export const submissionStateEnum = pgEnum("submission_state", SUBMISSION_STATES);
export const submissionStepEnum = pgEnum("submission_step", SUBMISSION_STEPS);
export const failureReasonEnum = pgEnum("failure_reason", FAILURE_REASONS);

export const factoringBatches = pgTable(
  "factoring_batches",
  {
    companyId: companyIdColumn(),
    id: idColumn("batch").notNull(),
    /** Counts up per company; what people call the batch. */
    batchNumber: integer().notNull(),
    subsidiaryId: idColumn("subsidiary").notNull(),
    integrationId: idColumn("integration").notNull(),
    /** The USDOT number that was sent with every invoice of the batch. */
    usdotNumber: text().notNull(),
    /** Made by the page that submits; the same request sent twice is one batch. */
    requestKey: text().notNull(),
    submittedBy: idColumn("user").notNull(),
    submittedAt: instant().notNull(),
    invoiceCount: integer().notNull(),
    totalCents: bigint({ mode: "number" }).notNull(),
    /** The last sync that asked OTR about this batch's open invoices. */
    lastSyncRunId: idColumn("sync"),
    lastSyncedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("factoring_batches_number").on(t.companyId, t.batchNumber),
    uniqueIndex("factoring_batches_request").on(t.companyId, t.requestKey),
    index("factoring_batches_submitted").on(t.companyId, t.submittedAt),
    index("factoring_batches_subsidiary").on(t.companyId, t.subsidiaryId, t.id),
    foreignKey({
      columns: [t.companyId, t.subsidiaryId],
      foreignColumns: [subsidiaries.companyId, subsidiaries.id],
      name: "factoring_batches_subsidiary_fk",
    }),
    foreignKey({
      columns: [t.companyId, t.integrationId],
      foreignColumns: [integrations.companyId, integrations.id],
      name: "factoring_batches_integration",
    }),
    companyIsolation(),
  ],
);

/**
 * One invoice of a batch on its way to OTR, and OTR's word on it afterwards. The amounts and numbers are
 * copies: they are what was sent, whatever is edited later.
 */
export const batchInvoices = pgTable(
  "batch_invoices",
  {
    companyId: companyIdColumn(),
    id: idColumn("binv").notNull(),
    batchId: idColumn("batch").notNull(),
    subsidiaryId: idColumn("subsidiary").notNull(),
    integrationId: idColumn("integration").notNull(),
    loadId: idColumn("load").notNull(),
    invoiceId: idColumn("invoice").notNull(),
    customerId: idColumn("customer").notNull(),
    loadNumber: text().notNull(),
    invoiceNumber: text().notNull(),
    invoiceDate: text().notNull(),
    poNumber: text().notNull(),
    // As for loads: search ignores case and finds a batch by the beginning of a number that was sent.
    loadNumberKey: searchKey().generatedAlwaysAs(sql`upper(load_number)`),
    invoiceNumberKey: searchKey().generatedAlwaysAs(sql`upper(invoice_number)`),
    poNumberKey: searchKey().generatedAlwaysAs(sql`upper(po_number)`),
    mcNumber: text(),
    amountCents: bigint({ mode: "number" }).notNull(),
    originCity: text().notNull(),
    originState: text().notNull(),
    destinationCity: text().notNull(),
    destinationState: text().notNull(),
    weightLb: integer(),
    miles: integer(),
    documentId: idColumn("document").notNull(),
    documentSha256: text().notNull(),

    state: submissionStateEnum().notNull(),
    /** Counts up with every start or retry by a person; part of the run's idempotency key. */
    round: integer().notNull().default(1),
    /** The exact create body; committed before the call so that a lost answer is resolved by replaying it. */
    createBody: text(),
    createBodySha256: text(),
    otrInvoicePkey: bigint({ mode: "number" }),
    otrBrokerName: text(),
    /** True when OTR already had the invoice and it was adopted (409 with a matching echo). */
    adopted: boolean().notNull().default(false),
    /** When number and amount of an adopted invoice were read back and found right (OTR §5.5). */
    confirmedAt: instant(),
    /** Calls in this round that brought no answer; they use up the replays. */
    tries: integer().notNull().default(0),
    /** No call before this time: the wait before a replay, or the pause that OTR asked for. */
    nextTryAt: instant(),
    failedStep: submissionStepEnum(),
    failureReason: failureReasonEnum(),
    /** OTR's own words, masked. */
    failureDetail: text(),
    /** Set when the replays are used up: a person must look in the OTR portal. */
    needsReviewSince: instant(),
    stateChangedAt: instant().notNull(),
    acceptedAt: instant(),

    /** OTR's status code as last read; null until OTR was read once. */
    purchaseCode: integer(),
    /** What OTR sent where it is not a number. */
    purchaseRaw: text(),
    /** OTR's ModifiedDate as sent (no zone): only a marker of change. */
    purchaseModifiedRaw: text(),
    /** True while a sync should still ask OTR. */
    purchaseOpen: boolean().notNull().default(false),
    purchaseChangedAt: instant(),
    fundedAt: instant(),
    /** Set when a person took the invoice back from OTR: the load is free for another submission. */
    withdrawnAt: instant(),
    withdrawnBy: idColumn("user"),
    withdrawReason: text(),
    /** Set when the load went out again in a later batch: this row is history, and nobody must act on it. */
    sentAgainAt: instant(),
    /** Why the last read gave no status, in plain words; null after a good read. */
    purchaseError: text(),
    purchaseErrorAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    // Exactly once (R27): a load has at most one submission that is underway, accepted, or exists at OTR.
    uniqueIndex("batch_invoices_one_live_per_load")
      .on(t.companyId, t.loadId)
      .where(sql`withdrawn_at is null and (state <> 'failed' or otr_invoice_pkey is not null)`),
    uniqueIndex("batch_invoices_pkey")
      .on(t.companyId, t.otrInvoicePkey)
      .where(sql`otr_invoice_pkey is not null and withdrawn_at is null`),
    // What a person must see to: few beside the many that went well.
    index("batch_invoices_needs_you")
      .on(t.companyId, t.batchId, t.id)
      .where(
        sql`sent_again_at is null and ((withdrawn_at is null and (state = 'failed' or needs_review_since is not null or purchase_code in (4, 5, 6, 7, 8, 99))) or (purchase_error is not null and not purchase_open))`,
      ),
    index("batch_invoices_load_search").on(t.companyId, t.loadNumberKey),
    index("batch_invoices_invoice_search").on(t.companyId, t.invoiceNumberKey),
    index("batch_invoices_po_search").on(t.companyId, t.poNumberKey),
    index("batch_invoices_accepted").on(t.companyId, t.acceptedAt).where(sql`accepted_at is not null`),
    index("batch_invoices_funded").on(t.companyId, t.fundedAt).where(sql`funded_at is not null`),
    index("batch_invoices_batch").on(t.companyId, t.batchId, t.id),
    index("batch_invoices_load").on(t.companyId, t.loadId, t.id),
    // What the nightly sync walks: only open invoices.
    index("batch_invoices_open").on(t.companyId, t.integrationId, t.id).where(sql`purchase_open`),
    // What the sweep walks: submissions underway.
    index("batch_invoices_underway")
      .on(t.stateChangedAt)
      .where(sql`state in ('pending', 'sending', 'invoice_created', 'document_attached', 'unknown')`),
    // Whether a login's queue still moves: an invoice that only waits its turn there is not idle.
    index("batch_invoices_progress").on(t.companyId, t.integrationId, t.stateChangedAt),
    foreignKey({
      columns: [t.companyId, t.batchId],
      foreignColumns: [factoringBatches.companyId, factoringBatches.id],
      name: "batch_invoices_batch_fk",
    }),
    foreignKey({
      columns: [t.companyId, t.loadId],
      foreignColumns: [loads.companyId, loads.id],
      name: "batch_invoices_load_fk",
    }),
    foreignKey({
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
      name: "batch_invoices_invoice",
    }),
    foreignKey({
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
      name: "batch_invoices_customer",
    }),
    foreignKey({
      columns: [t.companyId, t.documentId],
      foreignColumns: [documents.companyId, documents.id],
      name: "batch_invoices_document",
    }),
    companyIsolation(),
  ],
);

/** Every call to OTR for one invoice: committed before it is made, completed after. */
export const submissionAttempts = pgTable(
  "submission_attempts",
  {
    companyId: companyIdColumn(),
    id: idColumn("attempt").notNull(),
    batchInvoiceId: idColumn("binv").notNull(),
    step: submissionStepEnum().notNull(),
    /** SHA-256 of the body (create) or of the document's bytes (attach). */
    requestSha256: text(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    outcome: text(),
    httpStatus: integer(),
    otrRequestId: text(),
    otrText: text(),
    durationMs: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("submission_attempts_invoice").on(t.companyId, t.batchInvoiceId, t.id),
    foreignKey({
      columns: [t.companyId, t.batchInvoiceId],
      foreignColumns: [batchInvoices.companyId, batchInvoices.id],
      name: "submission_attempts_invoice_fk",
    }),
    companyIsolation(),
  ],
);
