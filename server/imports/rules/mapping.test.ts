import { expect, test } from "vitest";
import { guessMapping, looksLike } from "./guess-mapping.ts";
import { fittingMapping, mappingGaps, rowReader } from "./import-mapping.ts";

const LOAD_HEADERS = [
  "Load #",
  "Status",
  "Bill To",
  "MC #",
  "PO Number",
  "Origin City",
  "Dest City",
  "DeliveryDate",
  "Rate",
  "Line Haul",
  "Total",
];

test("columns are guessed by the words of other programs; the likelier word wins, no column serves twice", () => {
  const guess = guessMapping("loads", LOAD_HEADERS);
  expect(guess).toEqual({
    loadNumber: { header: "Load #" },
    status: { header: "Status" },
    customer: { header: "Bill To" },
    customerMc: { header: "MC #" },
    poNumber: { header: "PO Number" },
    originCity: { header: "Origin City" },
    destinationCity: { header: "Dest City" },
    deliveredOn: { header: "DeliveryDate" },
    lineHaul: { header: "Line Haul" },
    total: { header: "Total" },
  });
  expect(mappingGaps("loads", guess)).toEqual([]);
});

test("what must be chosen before the rows can be checked is said in sentences", () => {
  expect(mappingGaps("loads", {})).toEqual([
    "Choose the column that holds the load number.",
    "Choose the column that holds the status.",
    "Choose the column that holds the customer’s name, or the one with its MC number.",
    "Choose the column that holds the line haul, or the one with the total.",
  ]);
  expect(mappingGaps("customers", { name: { header: "Name" } })).toEqual([]);
});

test.each([
  ["customers", LOAD_HEADERS, "loads"],
  ["loads", ["Customer Name", "MC Number", "Type", "Address", "City", "State", "Zip"], "customers"],
  ["loads", LOAD_HEADERS, null],
  ["customers", ["Name", "MC"], null],
  ["customers", ["A", "B"], null],
] as const)("among the %s, a file with %j looks like %j", (kind, headers, expected) => {
  expect(looksLike(kind, headers)).toBe(expected);
});

test("a remembered mapping is taken only as far as the file has its columns", () => {
  const remembered = {
    name: { header: "Name" },
    city: { header: "Town" },
    kind: { value: "Broker" },
    nonsense: { value: "x" },
  };
  expect(fittingMapping("customers", ["Name"], remembered)).toEqual({
    name: { header: "Name" },
    kind: { value: "Broker" },
  });
});

test("a field's text comes from its column or stands for every row, blanks evened out", () => {
  const read = rowReader(["A", "B"], {
    name: { header: "B" },
    kind: { value: "Shipper" },
    city: { header: "A" },
  });
  const text = read(["", " Prairie \u00a0Lantern\r\nLogistics "]);
  expect([text("name"), text("kind"), text("city"), text("zip")]).toEqual([
    "Prairie Lantern Logistics",
    "Shipper",
    "",
    "",
  ]);
});
