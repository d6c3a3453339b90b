import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { pageTexts } from "#server/documents/testing/page-texts.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { renderInvoice } from "./render-invoice.ts";

const invoice: InvoicePrint = {
  carrier: {
    name: "Sample Hauling Inc",
    street: "1180 Larkin Avenue",
    city: "Joliet",
    state: "IL",
    zip: "60435",
    usdotNumber: "3104488",
    mcNumber: "555010",
  },
  billTo: {
    name: "Prairie Lantern Logistics LLC",
    street: "400 W Market St",
    city: "Louisville",
    state: "KY",
    zip: "40202",
  },
  invoiceNumber: "60417",
  invoiceDate: "2026-10-12",
  loadNumber: "SH10417",
  poNumber: "PLL88213",
  origin: { city: "Joliet", state: "IL" },
  destination: { city: "Toledo", state: "OH" },
  pickupOn: "2026-10-10",
  deliveredOn: "2026-10-11",
  weightLb: 42_150,
  miles: 262,
  lines: [
    { description: "Line haul, Joliet, IL to Toledo, OH", amountCents: 165_000 },
    { description: "Detention, 2 h at delivery", amountCents: 20_000 },
  ],
  remitTo: "OTR Solutions\nLockbox 417",
  paymentTerms: "Net 30 days",
  footer: "Thank you",
  noticeOfAssignment: "This invoice has been sold and assigned.",
};

test("a payables desk finds on it all it looks for, as text that can be searched", async () => {
  const [page = ""] = await pageTexts(await renderInvoice(invoice));
  for (const words of [
    "Sample Hauling Inc",
    "USDOT 3104488 · MC 555010",
    "Prairie Lantern Logistics LLC",
    "60417",
    "Oct 12, 2026",
    "SH10417",
    "PLL88213",
    "Joliet, IL",
    "Toledo, OH",
    "42,150 lb",
    "$1,650.00",
    "$1,850.00",
    "OTR Solutions",
    "Lockbox 417",
    "Net 30 days",
    "NOTICE OF ASSIGNMENT",
    "This invoice has been sold and assigned.",
    "Page 1 of 1",
  ]) {
    expect(page.split("\n")).toContain(words);
  }
});

test("the same facts give the same bytes", async () => {
  const [one, other] = [await renderInvoice(invoice), await renderInvoice(invoice)];
  expect(Buffer.from(one).equals(other)).toBe(true);
});

test("many charges and a long notice go over to numbered pages; nothing is lost or printed twice", async () => {
  const lines = Array.from({ length: 70 }, (_, index) => ({
    description: `Charge ${index}.`,
    amountCents: 100,
  }));
  const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
  const pdf = await renderInvoice({ ...invoice, lines, noticeOfAssignment: words.join(" ") });
  const texts = await pageTexts(pdf);
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.every((text, index) => text.includes(`Page ${index + 1} of ${texts.length}`))).toBe(true);
  const all = texts.join("\n").split("\n");
  expect(all.filter((text) => text.startsWith("Charge "))).toHaveLength(70);
  expect(all.join(" ").match(/word\d+/g)).toEqual(words);
  expect(all).toContain("$70.00");
});

test("long names, addresses and numbers are printed whole, each in its own column", async () => {
  const long = (words: string) => Array.from({ length: 4 }, (_, index) => `${words} ${index}`).join(" ");
  const print = {
    ...invoice,
    billTo: {
      ...invoice.billTo,
      name: long("Consolidated Brokerage"),
      street: long("Accounts Payable Suite"),
    },
    poNumber: "PLL88213-REF-0099887766554433-CUSTOMER-77",
    origin: { city: "Rancho Santa Margarita Township", state: "CA" },
  };
  const [page = ""] = await pageTexts(await renderInvoice(print));
  const all = page.replaceAll("\n", " ");
  expect(all).toContain(print.billTo.name);
  expect(all).toContain(print.billTo.street);
  expect(all).toContain("Rancho Santa Margarita Township, CA");
  expect(all.replaceAll(" ", "")).toContain(print.poNumber);
});

test("a name in letters that the font lacks still prints", async () => {
  const billTo = { ...invoice.billTo, name: "Łódź Čargo 貨物" };
  const [page = ""] = await pageTexts(await renderInvoice({ ...invoice, billTo }));
  expect(page).toContain("Lódz Cargo ??");
});

test("the file says what it is", async () => {
  const pdf = await PDFDocument.load(await renderInvoice(invoice), { updateMetadata: false });
  expect([pdf.getTitle(), pdf.getAuthor(), pdf.getCreationDate()?.toISOString()]).toEqual([
    "Invoice 60417",
    "Sample Hauling Inc",
    "2026-10-12T12:00:00.000Z",
  ]);
});
