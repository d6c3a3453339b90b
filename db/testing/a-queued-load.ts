import { inCompany } from "#db/client.ts";
import { documents, invoices, loadLines, loads } from "#db/schema/index.ts";
import { putFile, type StoredFile } from "#server/documents/storage.ts";
import {
  type CustomerId,
  type InvoiceId,
  type LoadId,
  newId,
  type SubsidiaryId,
} from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

export type QueuedLoad = { loadId: LoadId; invoiceId: InvoiceId; invoiceNumber: string };

type Values = Partial<typeof loads.$inferInsert> & {
  amountCents?: number;
  invoiceNumber?: string;
  packet?: Uint8Array;
};

let serial = 60_000 + Math.floor(Math.random() * 1e6);
const nextNumber = () => String(++serial);

/**
 * A delivered load that waits for the factor: invoiced, its documents merged, the merged document in storage.
 * Amounts are cents.
 */
export async function aQueuedLoad(
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
  customerId: CustomerId,
  { packet, ...values }: Values = {},
): Promise<QueuedLoad> {
  const invoiceNumber = values.invoiceNumber ?? nextNumber();
  const stored = await putFile(
    scope,
    packet ?? Buffer.from(`%PDF-1.7\n% packet of ${invoiceNumber}\n%%EOF\n`),
  );
  return insertOne(scope, rowsOf(scope, { ...values, subsidiaryId, customerId, invoiceNumber }, stored));
}

/** Many queued loads at once, of $1,850.00 each; they share one stored document. */
export async function manyQueuedLoads(
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
  customerId: CustomerId,
  count: number,
): Promise<QueuedLoad[]> {
  const stored = await putFile(scope, Buffer.from("%PDF-1.7\n% the packet of many\n%%EOF\n"));
  const all = Array.from({ length: count }, () =>
    rowsOf(scope, { subsidiaryId, customerId, invoiceNumber: nextNumber() }, stored),
  );
  await inCompany(scope, async (tx) => {
    for (let start = 0; start < count; start += 500) {
      const chunk = all.slice(start, start + 500);
      await tx.insert(loads).values(chunk.map(({ load }) => load));
      await tx.insert(loadLines).values(chunk.map(({ line }) => line));
      await tx.insert(documents).values(chunk.map(({ document }) => document));
      await tx.insert(invoices).values(chunk.map(({ invoice }) => invoice));
    }
  });
  return all.map(identity);
}

async function insertOne(scope: CompanyScope, rows: ReturnType<typeof rowsOf>): Promise<QueuedLoad> {
  await inCompany(scope, async (tx) => {
    await tx.insert(loads).values(rows.load);
    await tx.insert(loadLines).values(rows.line);
    await tx.insert(documents).values(rows.document);
    await tx.insert(invoices).values(rows.invoice);
  });
  return identity(rows);
}

function identity({ load, invoice }: ReturnType<typeof rowsOf>): QueuedLoad {
  return { loadId: load.id, invoiceId: invoice.id, invoiceNumber: invoice.invoiceNumber };
}

type LoadSpec = Omit<Values, "packet"> & {
  subsidiaryId: SubsidiaryId;
  customerId: CustomerId;
  invoiceNumber: string;
};

function rowsOf(
  { companyId }: CompanyScope,
  { amountCents = 185_000, invoiceNumber, ...values }: LoadSpec,
  stored: StoredFile,
) {
  const [loadId, documentId] = [newId("load"), newId("document")];
  const load = {
    loadNumber: `L-${loadId.slice(-10)}`,
    poNumber: `PLL${invoiceNumber}`,
    status: "queued" as const,
    originCity: "Joliet",
    originState: "IL",
    destinationCity: "Toledo",
    destinationState: "OH",
    deliveredOn: "2026-10-11",
    totalCents: amountCents,
    ...values,
    companyId,
    id: loadId,
  };
  const line = { companyId, id: newId("line"), loadId, position: 1, kind: "line_haul" as const, amountCents };
  const document = {
    companyId,
    id: documentId,
    loadId,
    kind: "packet" as const,
    fileName: `packet-${invoiceNumber}.pdf`,
    contentType: "application/pdf",
    ...stored,
  };
  const invoice = {
    companyId,
    id: newId("invoice"),
    loadId,
    invoiceNumber,
    invoiceDate: "2026-10-12",
    amountCents,
    snapshot: {
      billTo: { name: "Prairie Lantern Logistics", street: "", city: "", state: "", zip: "" },
      lines: [{ description: "Line haul", amountCents }],
      remitTo: "",
      paymentTerms: "",
      footer: "",
    },
    packetDocumentId: documentId,
  };
  return { load, line, document, invoice };
}
