import { eventType } from "inngest";
import { z } from "zod";
import { AUTOMATIC_TRIGGERS } from "#server/credit-check/rules/credit-decision.ts";
import { idSchema } from "#server/kernel/ids.ts";

/*
 * Events carry ids only: what they are about is read from the database when the function runs, for the
 * company they name. Past tense, slice first.
 */

/** A batch and its invoices were committed; they can go to OTR. */
export const batchSubmitted = eventType("factoring/batch.submitted", {
  schema: z.object({ companyId: idSchema("company"), batchId: idSchema("batch") }),
});

/** One invoice is to be brought to OTR, from the step where it stands. `integrationId` is the login it goes through. */
export const invoiceQueued = eventType("factoring/invoice.queued", {
  schema: z.object({
    companyId: idSchema("company"),
    integrationId: idSchema("integration"),
    batchInvoiceId: idSchema("binv"),
    round: z.number().int(),
  }),
});

/** A purchase sync was asked for: by a person for one batch, or by the night for everything open. */
export const syncRequested = eventType("factoring/sync.requested", {
  schema: z.object({
    companyId: idSchema("company"),
    syncRunId: idSchema("sync"),
    trigger: z.enum(["nightly", "manual"]),
  }),
});

const brokerAtLogin = z.object({
  companyId: idSchema("company"),
  integrationId: idSchema("integration"),
  customerId: idSchema("customer"),
});

/** A load of this broker was created or queued, and its credit is to be checked with this login. */
export const creditCheckRequested = eventType("credit/check.requested", {
  schema: brokerAtLogin.extend({ trigger: z.enum(AUTOMATIC_TRIGGERS) }),
});

/** A person pressed ↻. `demandedAt` (ISO): a check that began later answers it. */
export const creditCheckDemanded = eventType("credit/check.demanded", {
  schema: brokerAtLogin.extend({ demandedBy: idSchema("user"), demandedAt: z.iso.datetime() }),
});

/** The rows of an imported file are to be brought in. */
export const importStarted = eventType("imports/import.started", {
  schema: z.object({ companyId: idSchema("company"), importId: idSchema("import") }),
});
