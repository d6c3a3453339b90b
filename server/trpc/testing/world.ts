import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { inCompany } from "#db/client.ts";
import { auditEntries, batchInvoices } from "#db/schema/index.ts";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSession } from "#server/auth/testing/a-member.ts";
import { submitBatch } from "#server/factoring/submit-batch.ts";
import { anUploadedFile } from "#server/imports/testing/an-import.ts";
import {
  type AccountLinkId,
  type AuditId,
  type BatchId,
  type BatchInvoiceId,
  type CompanyId,
  type CustomerId,
  type DocumentId,
  type ImportId,
  type IntegrationId,
  type LoadId,
  newId,
  type SessionId,
  type SubsidiaryId,
  type UserId,
} from "#server/kernel/ids.ts";
import { anInvitation } from "#server/users/testing/an-account-link.ts";

/** One thing of each kind that a company has; what inputs name by id. */
export type World = {
  companyId: CompanyId;
  userId: UserId;
  /** Of `userId`. */
  sessionId: SessionId;
  /** Open. */
  invitationId: AccountLinkId;
  subsidiaryId: SubsidiaryId;
  integrationId: IntegrationId;
  customerId: CustomerId;
  /** Waits in the queue. */
  loadId: LoadId;
  batchId: BatchId;
  batchInvoiceId: BatchInvoiceId;
  documentId: DocumentId;
  /** Customers, taken in and not yet started. */
  importId: ImportId;
  auditEntryId: AuditId;
};

/** A company with a batch on its way and a load that still waits. */
export async function aWorld() {
  const { company, scope, biller, loads, ...desk } = await aFactoringDesk({ loads: 2 });
  const [sent, waiting] = loads;
  if (!sent || !waiting) throw new Error("The desk has no loads.");
  const { subsidiaryId } = desk;
  const batch = await submitBatch(biller, {
    subsidiaryId,
    loadIds: [sent.loadId],
    requestKey: randomUUID(),
  });
  if (batch.kind !== "submitted") throw new Error(`No batch was made: ${batch.kind}`);
  const [sentInvoice] = await inCompany(scope, (tx) =>
    tx
      .select({ id: batchInvoices.id, documentId: batchInvoices.documentId })
      .from(batchInvoices)
      .where(eq(batchInvoices.batchId, batch.batchId)),
  );
  if (!sentInvoice) throw new Error("The batch has no invoice.");
  const [auditEntry] = await inCompany(scope, (tx) =>
    tx.select({ id: auditEntries.id }).from(auditEntries).limit(1),
  );
  if (!auditEntry) throw new Error("The batch was not audited.");
  const { sessionId } = await aSession(company.member);
  const { linkId: invitationId } = await anInvitation(company.admin);
  const world: World = {
    companyId: scope.companyId,
    userId: company.member.userId,
    sessionId,
    invitationId,
    subsidiaryId,
    integrationId: desk.integrationId,
    customerId: desk.customerId,
    loadId: waiting.loadId,
    batchId: batch.batchId,
    batchInvoiceId: sentInvoice.id,
    documentId: sentInvoice.documentId,
    importId: await anUploadedFile(company.member, "customers", "Name\nCedar Fork Paper Mill\n"),
    auditEntryId: auditEntry.id,
  };
  return { company, world };
}

/** Ids of things that nobody has. */
export function nowhere(): World {
  return {
    companyId: newId("company"),
    userId: newId("user"),
    sessionId: newId("session"),
    invitationId: newId("link"),
    subsidiaryId: newId("subsidiary"),
    integrationId: newId("integration"),
    customerId: newId("customer"),
    loadId: newId("load"),
    batchId: newId("batch"),
    batchInvoiceId: newId("binv"),
    documentId: newId("document"),
    importId: newId("import"),
    auditEntryId: newId("audit"),
  };
}
