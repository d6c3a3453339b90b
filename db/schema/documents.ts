import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { DOCUMENT_KINDS } from "#server/documents/rules/document-kind.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";
import { loads } from "./loads.ts";
import { importantInfoVersions } from "./subsidiaries.ts";

export const documentKindEnum = pgEnum("document_kind", DOCUMENT_KINDS);

/** A file of a load. The bytes lie in file storage under tenant and hash; this row says what they are. */
export const documents = pgTable(
  "documents",
  {
    companyId: companyIdColumn(),
    id: idColumn("document").notNull(),
    loadId: idColumn("load").notNull(),
    kind: documentKindEnum().notNull(),
    fileName: text().notNull(),
    contentType: text().notNull(),
    byteSize: bigint({ mode: "number" }).notNull(),
    /** Hex SHA-256 of the stored bytes. */
    sha256: text().notNull(),
    pageCount: integer(),
    createdBy: idColumn("user"),
    createdAt: createdAt(),
    /** Removed by a person or replaced by a newer one; kept, since it may have been sent. */
    retiredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("documents_load").on(t.companyId, t.loadId, t.id),
    foreignKey({
      columns: [t.companyId, t.loadId],
      foreignColumns: [loads.companyId, loads.id],
      name: "documents_load_fk",
    }),
    companyIsolation(),
  ],
);

/** What an invoice said when it was made; later edits of customer or texts don't change it (R4). */
export type InvoiceSnapshot = {
  billTo: { name: string; street: string; city: string; state: string; zip: string };
  lines: { description: string; amountCents: number }[];
  remitTo: string;
  paymentTerms: string;
  footer: string;
};

export const invoices = pgTable(
  "invoices",
  {
    companyId: companyIdColumn(),
    id: idColumn("invoice").notNull(),
    loadId: idColumn("load").notNull(),
    invoiceNumber: text().notNull(),
    invoiceDate: date({ mode: "string" }).notNull(),
    amountCents: bigint({ mode: "number" }).notNull(),
    snapshot: jsonb().$type<InvoiceSnapshot>().notNull(),
    noticeOfAssignmentId: idColumn("info"),
    /** The invoice PDF. */
    documentId: idColumn("document"),
    /** The merged PDF for the factor; null until documents are merged. */
    packetDocumentId: idColumn("document"),
    createdBy: idColumn("user"),
    createdAt: createdAt(),
    voidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("invoices_number").on(t.companyId, t.invoiceNumber),
    // Voided ones too.
    index("invoices_load").on(t.companyId, t.loadId),
    uniqueIndex("invoices_current").on(t.companyId, t.loadId).where(sql`voided_at is null`),
    foreignKey({
      columns: [t.companyId, t.loadId],
      foreignColumns: [loads.companyId, loads.id],
      name: "invoices_load",
    }),
    foreignKey({
      columns: [t.companyId, t.documentId],
      foreignColumns: [documents.companyId, documents.id],
      name: "invoices_document",
    }),
    foreignKey({
      columns: [t.companyId, t.packetDocumentId],
      foreignColumns: [documents.companyId, documents.id],
      name: "invoices_packet",
    }),
    foreignKey({
      columns: [t.companyId, t.noticeOfAssignmentId],
      foreignColumns: [importantInfoVersions.companyId, importantInfoVersions.id],
      name: "invoices_notice_of_assignment",
    }),
    companyIsolation(),
  ],
);
