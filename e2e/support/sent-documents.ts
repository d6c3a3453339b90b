import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { otrSandbox } from "./installation.ts";

type SentRow = { invoiceNumber: string; state: string; documentId: string; documentSha256: string };

/**
 * OTR holds one document of each accepted invoice of the batch on the page: the one that the report offers, byte for
 * byte. Answers these documents, by invoice number.
 */
export async function expectSentByteForByte(page: Page, count: number): Promise<Map<string, Buffer>> {
  const input = { batchId: new URL(page.url()).pathname.split("/").at(-1), filter: "open" };
  const answer = await page.request.get(
    `/api/trpc/reports.listBatchInvoices?input=${encodeURIComponent(JSON.stringify(input))}`,
  );
  const rows: SentRow[] = (await answer.json()).result.data.rows;
  expect(rows).toHaveLength(count);
  const documents = new Map<string, Buffer>();
  for (const row of rows) {
    const [atOtr] = await otrSandbox().listInvoices({ invoiceNo: row.invoiceNumber });
    expect(atOtr?.documents.map(({ sha256 }) => sha256)).toEqual([row.documentSha256]);
    const offered = await (await page.request.get(`/api/documents/${row.documentId}`)).body();
    expect(createHash("sha256").update(offered).digest("hex")).toBe(row.documentSha256);
    documents.set(row.invoiceNumber, offered);
  }
  return documents;
}
