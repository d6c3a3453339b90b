import { expect, test } from "vitest";
import { type LoadId, newId } from "#server/kernel/ids.ts";
import type { QueuePage } from "./dto.ts";
import { leaveQueue } from "./leave-queue.ts";

const [first, second, third] = [newId("load"), newId("load"), newId("load")];

test("loads that went out leave every page, the count and the total to the cent", () => {
  const pages = [page([first, second], { count: 7, totalCents: 700_007 }), page([third], null)];
  const after = leaveQueue({ pages, pageParams: [null, null] }, new Set([first, third]));
  expect(after?.pages.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[second], []]);
  expect(after?.pages.map(({ total }) => total)).toEqual([{ count: 5, totalCents: 500_005 }, null]);
});

function page(ids: LoadId[], total: QueuePage["total"]): QueuePage {
  const rows = ids.map((id) => ({
    id,
    load: "60417",
    invoice: "60417",
    customer: newId("customer"),
    po: "PLL60417",
    from: "Joliet, IL",
    to: "Toledo, OH",
    delivered: null,
    invoiced: "2026-10-12",
    cents: 100_001,
    packet: newId("document"),
    pages: 3,
    age: null,
    failedBefore: false,
  }));
  return { rows, customers: {}, total, next: null };
}
