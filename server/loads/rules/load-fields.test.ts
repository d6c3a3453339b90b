import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { type LoadFieldsInput, loadFieldsSchema } from "./load-fields.ts";

const typed: LoadFieldsInput = {
  loadNumber: " SH10401 ",
  subsidiaryId: newId("subsidiary"),
  customerId: newId("customer"),
  poNumber: " PLL-7 ",
  originCity: "Joliet",
  originState: "il",
  destinationCity: "Toledo",
  destinationState: "OH",
  pickupOn: "2026-11-20",
  deliveredOn: "2026-11-21",
  weightLb: "42,000",
  miles: "240",
  lines: [{ kind: "line_haul", description: "", amount: "$1,850.50" }],
};
const read = (change: Partial<LoadFieldsInput>) => loadFieldsSchema.safeParse({ ...typed, ...change });

/** Field and sentence of everything that is wrong. */
function problems(change: Partial<LoadFieldsInput>) {
  return (read(change).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

test("what people type is read into values: trimmed, upper-case states, pounds, miles, cents", () => {
  expect(read({}).data).toMatchObject({
    loadNumber: "SH10401",
    poNumber: "PLL-7",
    originState: "IL",
    weightLb: 42_000,
    miles: 240,
    lines: [{ kind: "line_haul", description: "", cents: 185_050 }],
  });
});

test("blank is nothing, not zero", () => {
  const blank = { poNumber: "", originState: "", pickupOn: "", deliveredOn: "", weightLb: "", miles: " " };
  expect(read(blank).data).toMatchObject({ pickupOn: null, deliveredOn: null, weightLb: null, miles: null });
});

test.each<[Partial<LoadFieldsInput>, string, RegExp]>([
  [{ loadNumber: "  " }, "loadNumber", /Enter a load number/],
  [{ loadNumber: "x".repeat(31) }, "loadNumber", /at most 30/],
  [{ subsidiaryId: "" }, "subsidiaryId", /Choose the subsidiary/],
  [{ customerId: "" }, "customerId", /Choose the customer/],
  [{ customerId: newId("load") }, "customerId", /Reload the page/],
  [{ originState: "Illinois" }, "originState", /two letters/],
  [{ pickupOn: "2026-02-30" }, "pickupOn", /Enter a date/],
  [{ pickupOn: "0026-11-20" }, "pickupOn", /Enter a date/],
  [{ deliveredOn: "2026-11-19" }, "deliveredOn", /before the pickup date/],
  [{ weightLb: "42.5" }, "weightLb", /whole pounds/],
  [{ weightLb: "-1" }, "weightLb", /whole pounds/],
  [{ miles: "4,20" }, "miles", /whole miles/],
  [{ miles: "1000000" }, "miles", /whole miles/],
  [{ lines: [] }, "lines", /at least one charge/],
  [{ lines: [{ kind: "line_haul", description: "", amount: "" }] }, "lines.0.amount", /amount in dollars/],
  [
    { lines: [{ kind: "line_haul", description: "", amount: "1000000.01" }] },
    "lines.0.amount",
    /at most \$1,000,000/,
  ],
  [{ lines: [{ kind: "other", description: "", amount: "-1" }] }, "lines", /less than \$0\.00/],
])("%j is refused at %s", (change, field, sentence) => {
  expect(problems(change)).toEqual([[field, expect.stringMatching(sentence)]]);
});

test("dates in the wrong order are said beside what else is wrong", () => {
  expect(problems({ deliveredOn: "2026-11-19", miles: "far" }).map(([field]) => field)).toEqual([
    "miles",
    "deliveredOn",
  ]);
});
