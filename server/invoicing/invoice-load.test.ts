import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { getDocument } from "#db/queries/documents.ts";
import { findCurrentInvoice } from "#db/queries/load-details.ts";
import { customers, invoices } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { anInvoicingDesk, aReleasedLoad, type InvoicingDesk, saveText } from "#db/testing/a-released-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { readFile } from "#server/documents/storage.ts";
import { pageTexts } from "#server/documents/testing/page-texts.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { invoiceLoad } from "./invoice-load.ts";

await testDatabase();
let desk: InvoicingDesk;
// Late in the evening of the 12th in Chicago.
const clock = () => new Date("2026-10-13T03:30:00Z");

beforeEach(async () => {
  desk = await anInvoicingDesk();
});

const invoiceOf = async (loadId: LoadId) => {
  const invoice = await inCompany(desk.scope, (tx) => findCurrentInvoice(tx, desk.scope, loadId));
  if (!invoice) throw new Error("The load has no invoice.");
  return invoice;
};

async function textOf(loadId: LoadId): Promise<string> {
  const { documentId } = await invoiceOf(loadId);
  if (!documentId) throw new Error("The invoice has no PDF.");
  const { sha256 } = await inCompany(desk.scope, (tx) => getDocument(tx, desk.scope, documentId));
  return (await pageTexts(await readFile(desk.scope, sha256))).join("\n");
}

const numberOf = async (loadId: LoadId) => {
  const result = await invoiceLoad(desk.member, { loadId, firstNumber: "1001" }, clock);
  if (result.kind === "invoiced") return Number(result.invoiceNumber);
  return result.kind === "refused" ? result.blockers : result.wanted;
};

test("the invoice says all a payables desk and the factor look for, dated in the company's zone", async () => {
  const { loadId } = await aReleasedLoad(desk);
  const result = await invoiceLoad(desk.member, { loadId, firstNumber: "1001" }, clock);
  expect(result).toMatchObject({ kind: "invoiced", invoiceNumber: "1001" });
  const text = await textOf(loadId);
  for (const words of [
    "No. 1001",
    "Oct 12, 2026",
    "Prairie Lantern Logistics LLC",
    "400 W Market St",
    "Louisville, KY 40202",
    "PLL88213",
    "Line haul, Joliet, IL to Toledo, OH",
    "Detention, 2 h at delivery",
    "$1,850.00",
    "Lockbox 417",
    "This invoice is assigned to OTR Solutions.",
  ]) {
    expect(text.split("\n")).toContain(words);
  }
  expect(await invoiceOf(loadId)).toMatchObject({ invoiceDate: "2026-10-12", amountCents: 185_000 });
});

test("what an invoice said stays, whatever is edited afterwards", async () => {
  const { loadId } = await aReleasedLoad(desk);
  await numberOf(loadId);
  const [before, textBefore] = [await invoiceOf(loadId), await textOf(loadId)];
  await saveText(desk.company.admin, desk.subsidiaryId, "notice_of_assignment", "Another notice.", 2);
  await inCompany(desk.scope, (tx) =>
    tx.update(customers).set({ name: "Renamed LLC" }).where(eq(customers.id, desk.customerId)),
  );
  expect([await invoiceOf(loadId), await textOf(loadId)]).toEqual([before, textBefore]);
  const next = await aReleasedLoad(desk);
  await numberOf(next.loadId);
  expect(await textOf(next.loadId)).toContain("Another notice.");
});

test("people who invoice at once never get the same number, and a double click makes one invoice", async () => {
  const loads = await Promise.all(Array.from({ length: 6 }, () => aReleasedLoad(desk)));
  const twice = [...loads, ...loads].map(({ loadId }) => numberOf(loadId));
  const numbers = (await Promise.all(twice)).map(Number);
  expect(new Set(numbers).size).toBe(6);
  expect(numbers.slice(6)).toEqual(numbers.slice(0, 6));
  expect(await inCompany(desk.scope, (tx) => tx.select().from(invoices))).toHaveLength(6);
});

test("a number that was used once, even by a void invoice, is never given again", async () => {
  const { loadId } = await aReleasedLoad(desk);
  const first = await numberOf(loadId);
  await inCompany(desk.scope, (tx) => tx.update(invoices).set({ voidedAt: clock() }));
  expect(await numberOf(loadId)).toBe(Number(first) + 1);
});

test("where a subsidiary's numbers begin is asked once; two count on their own, past each other's", async () => {
  const first = await aReleasedLoad(desk);
  const ask = (loadId: LoadId, firstNumber?: string) =>
    invoiceLoad(desk.member, { loadId, firstNumber }, clock);
  expect(await ask(first.loadId)).toMatchObject({ kind: "number_wanted", wanted: { suggestion: "1001" } });
  expect(await ask(first.loadId, "60417")).toMatchObject({ invoiceNumber: "60417" });

  const otherDesk = { ...desk, subsidiaryId: await aSubsidiary(desk.scope) };
  const customerId = await aCustomer(desk.scope, otherDesk.subsidiaryId, {
    ...{ method: "email", street: "1 A St", city: "Reno", state: "NV", zip: "89501" },
  });
  const other = await aReleasedLoad({ ...otherDesk, customerId });
  expect(await ask(other.loadId, "60417")).toMatchObject({
    wanted: { suggestion: "60418", problem: expect.stringContaining("60418 is free") },
  });
  expect(await ask(other.loadId, "60418")).toMatchObject({ invoiceNumber: "60418" });
  const third = await aReleasedLoad(desk);
  expect(await ask(third.loadId)).toMatchObject({ invoiceNumber: "60419" });
});

test("without a Notice of Assignment nothing is invoiced for the factor; other customers don't need it", async () => {
  const subsidiaryId = await aSubsidiary(desk.scope, { name: "Bare Inc", street: "9 Elm St" });
  const address = { street: "1 A St", city: "Reno", state: "NV", zip: "89501" };
  const factored = await aCustomer(desk.scope, subsidiaryId, address);
  const mailed = await aCustomer(desk.scope, subsidiaryId, { ...address, method: "email" });
  const [one, other] = [
    await aReleasedLoad({ ...desk, subsidiaryId, customerId: factored }),
    await aReleasedLoad({ ...desk, subsidiaryId, customerId: mailed }),
  ];
  expect(await numberOf(one.loadId)).toMatchObject([
    { reason: "no_notice", fix: null, sentence: expect.stringMatching(/Ask an admin in your company\.$/) },
  ]);
  expect(await invoiceLoad({ ...desk.member, role: "admin" }, { loadId: one.loadId }, clock)).toMatchObject({
    blockers: [{ reason: "no_notice", fix: { href: "/management/company-profile" } }],
  });
  expect(await numberOf(other.loadId)).toBe(1001);
  expect(await textOf(other.loadId)).toContain("9 Elm St");
});

test.each([
  ["delivered", {}, "not_released"],
  ["released", { street: "" }, "no_bill_to"],
] as const)(
  "a %s load of a customer with %j is refused with the way on: %s",
  async (status, address, reason) => {
    const { loadId } = await aReleasedLoad(desk, { status });
    await inCompany(desk.scope, (tx) =>
      tx
        .update(customers)
        .set({ ...address, city: "Louisville" })
        .where(eq(customers.id, desk.customerId)),
    );
    expect(await numberOf(loadId)).toMatchObject([{ reason, fix: { href: expect.stringMatching(/^\//) } }]);
  },
);

test("another company's load does not exist", async () => {
  const { loadId } = await aReleasedLoad(desk);
  const stranger = (await aCompany()).admin;
  await expect(invoiceLoad(stranger, { loadId }, clock)).rejects.toMatchObject({ code: "not_found" });
});
