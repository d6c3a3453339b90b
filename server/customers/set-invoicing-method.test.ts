import { beforeEach, expect, test } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { listQueue } from "#server/factoring/list-queue.ts";
import { setInvoicingMethod } from "./set-invoicing-method.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 1 });
});

const choose = (method: "factoring" | "email" | null) =>
  setInvoicingMethod(desk.company.member, {
    customerId: desk.customerId,
    subsidiaryId: desk.subsidiaryId,
    method,
  });
const queued = async () => {
  const { subsidiaryId } = desk;
  const view = { subsidiaryId, search: "", filter: "all", sort: "delivered", order: "asc" } as const;
  return (await listQueue(desk.biller, view)).rows.length;
};

test("the method decides whether the customer's queued loads may go in a batch", async () => {
  await choose("email");
  expect(await queued()).toBe(0);
  await choose(null);
  expect(await queued()).toBe(0);
  await choose("factoring");
  expect(await queued()).toBe(1);
});

test("a method other than Factoring takes the credit icon away; a subsidiary without one is shown as not set", async () => {
  const second = await aSubsidiary(desk.scope);
  expect((await choose("factoring")).invoicing.find(bySecond(false))?.credit?.icon).toBe("none");
  const { invoicing } = await choose("email");
  expect(invoicing.find(bySecond(false))).toMatchObject({ method: "email", credit: null });
  expect(invoicing.find(bySecond(true))).toMatchObject({ method: null, credit: null });

  function bySecond(wanted: boolean) {
    return ({ subsidiaryId }: { subsidiaryId: string }) => (subsidiaryId === second) === wanted;
  }
});

test("another company's customer can't be given a method, nor a customer a method for another company's subsidiary", async () => {
  const other = await aFactoringDesk({ loads: 0 });
  const method = "email";
  for (const ids of [
    { customerId: other.customerId, subsidiaryId: desk.subsidiaryId },
    { customerId: desk.customerId, subsidiaryId: other.subsidiaryId },
  ]) {
    const attempt = setInvoicingMethod(desk.biller, { ...ids, method });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  }
});
