import { expect, test } from "vitest";
import { detailsOf } from "./detail-words.ts";

const nameOf = (id: string) =>
  id === "customer_1" ? { label: "Prairie Lantern Logistics", href: "/customers/customer_1" } : undefined;

const shown = (data: Record<string, unknown>) =>
  detailsOf(data, nameOf).map(({ name, value }) => `${name}: ${value}`);

test.each([
  [{ httpStatus: 201, otrRequestId: "0f3a" }, ["HTTP status: 201", "OTR request id: 0f3a"]],
  [{ totalCents: 185_000, invoiceCount: 1 }, ["Total: $1,850.00", "Invoice count: 1"]],
  [{ durationMs: 1240 }, ["Took: 1,240 ms"]],
  [{ changes: { mcNumber: { from: null, to: "412907" } } }, ["MC number: none → 412907"]],
  [{ from: "queued", to: "invoiced" }, ["From: queued", "To: invoiced"]],
  [{ reason: "credentials_rejected", adopted: true }, ["Reason: credentials rejected", "Adopted: yes"]],
  [
    { troubles: [{ subsidiaryName: "North River", message: "OTR refused the login." }] },
    ["Troubles: North River, OTR refused the login."],
  ],
  [{ otrText: null, note: "", troubles: [] }, []],
])("%j reads %j", (data, lines) => {
  expect(shown(data)).toEqual(lines);
});

test("an id reads as the name of its thing, and leads to it", () => {
  expect(detailsOf({ customerId: "customer_1" }, nameOf)).toEqual([
    { name: "Customer", value: "Prairie Lantern Logistics", href: "/customers/customer_1" },
  ]);
});
