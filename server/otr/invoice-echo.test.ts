import { expect, test } from "vitest";
import { compareEcho, invoiceEchoOf } from "./invoice-echo.ts";

const expected = { invoiceNo: "60417", poNumber: "PLL88213" };

test.each([
  ["same", { invoiceNo: "60417", poNumber: "PLL88213" }],
  ["same", { InvoiceNo: " 60417 ", PONUMBER: "pll88213" }],
  ["same", { invoiceNo: 60417, poNumber: "PLL88213" }],
  ["different", { invoiceNo: "60418", poNumber: "PLL88213" }],
  ["different", { invoiceNo: "60417", poNumber: "PLL88214" }],
  ["different", { poNumber: "PLL88214" }],
  ["missing", { invoiceNo: "60417" }],
  ["missing", { invoiceNo: "60417", poNumber: " " }],
  ["missing", {}],
])("the echo is %s: %j", (comparison, body) => {
  const echo = invoiceEchoOf(body);
  expect(echo && compareEcho(echo, expected)).toBe(comparison);
});

test.each([
  [{ invoicePkey: 31_877_204 }, 31_877_204],
  [{ invoicePkey: "31877204" }, 31_877_204],
  [{ INVOICEID: 31_877_204 }, 31_877_204],
  [{ invoicePkey: 0 }, null],
  [{ invoicePkey: "none" }, null],
])("the key in %j is %j", (body, pkey) => {
  expect(invoiceEchoOf(body)?.otrInvoicePkey).toBe(pkey);
});
