import { describe, expect, test } from "vitest";
import { readAmount } from "./read-amount.ts";
import { readDay } from "./read-day.ts";
import { readLoadStatus } from "./read-load-status.ts";
import { readMcNumber } from "./read-mc-number.ts";
import { readPlace } from "./read-place.ts";
import { readWholeNumber } from "./read-whole-number.ts";

describe("amounts are read to the cent", () => {
  test.each([
    ["$1,234.50", 123_450],
    ["1234.5", 123_450],
    ["1,234", 123_400],
    ["$ 1,234.50", 123_450],
    ["1234.50 USD", 123_450],
    ["1850.000", 185_000],
    ["0.29", 29],
    ["0", 0],
    ["007", 700],
    ["1,000,000.00", 100_000_000],
    ["", null],
    ["N/A", null],
    ["-", null],
  ])("%j is %j", (text, value) => {
    expect(readAmount(text)).toEqual({ value });
  });

  test.each([
    "1.234,50",
    "1,23",
    "12,34,567",
    "-5",
    "(50.00)",
    "5-",
    "1.005",
    "1e3",
    "ten",
    "€5",
    "1000000.01",
    "1 234",
  ])("%j is refused with itself in the sentence", (text) => {
    expect(readAmount(text)).toEqual({ reason: expect.stringContaining(`“${text}”`) });
  });
});

describe("dates are calendar days, whatever the zone", () => {
  test.each([
    ["2026-10-11", "2026-10-11"],
    ["2026-10-11T23:30:00Z", "2026-10-11"],
    ["2026-10-11T23:30:00.000-05:00", "2026-10-11"],
    ["2026-10-11 00:15", "2026-10-11"],
    ["20261011", "2026-10-11"],
    ["10/11/2026", "2026-10-11"],
    ["10/11/26", "2026-10-11"],
    ["1/2/2026", "2026-01-02"],
    ["10-11-2026", "2026-10-11"],
    ["10/11/2026 8:05 AM", "2026-10-11"],
    ["10/11/2026 08:05:00 CST", "2026-10-11"],
    ["Oct 11, 2026", "2026-10-11"],
    ["Sun, October 11, 2026", "2026-10-11"],
    ["11-Oct-2026", "2026-10-11"],
    ["11 Oct 26", "2026-10-11"],
    ["02/29/2028", "2028-02-29"],
    ["", null],
    ["TBD", null],
  ])("%j is %j", (text, value) => {
    expect(readDay(text)).toEqual({ value });
  });

  test.each([
    ["31/10/2026", "The month comes first"],
    ["02/30/2026", "not a day of the calendar"],
    ["2027-02-29", "not a day of the calendar"],
    ["13/13/2026", "not a day of the calendar"],
    ["0026-10-11", "not in this century"],
    ["46306", "not a date"],
    ["soon", "not a date"],
    ["Okt 11, 2026", "not a date"],
  ])("%j is refused: %s", (text, words) => {
    expect(readDay(text)).toEqual({ reason: expect.stringContaining(words) });
  });
});

test.each([
  ["MC-0123456", "123456"],
  ["mc 412907", "412907"],
  ["MC# 412907", "412907"],
  ["412907", "412907"],
  ["0000412907", "412907"],
  ["", null],
  ["none", null],
])("the MC number %j is %j", (text, value) => {
  expect(readMcNumber(text)).toEqual({ value });
});

test.each(["MX-412907", "FF 412907", "MC", "4129O7", "1234567890", "000", "412907 / 412908"])(
  "%j is not an MC number",
  (text) => {
    expect(readMcNumber(text)).toEqual({ reason: expect.stringContaining(`“${text}”`) });
  },
);

test.each([
  ["44,000 lbs", 44_000],
  ["1,204.6", 1205],
  ["312 mi", 312],
  ["", null],
])("the number %j is %j", (text, value) => {
  expect(readWholeNumber(text, 200_000)).toEqual({ value });
});

test.each(["-5", "heavy", "1.2.3", "200001"])("the number %j is refused", (text) => {
  expect(readWholeNumber(text, 200_000)).toHaveProperty("reason");
});

test.each([
  ["Joliet", "IL", { city: "Joliet", state: "IL" }],
  ["Joliet", "il", { city: "Joliet", state: "IL" }],
  ["Joliet", "Illinois", { city: "Joliet", state: "IL" }],
  ["Joliet, IL", "", { city: "Joliet", state: "IL" }],
  ["Joliet, IL 60432", "", { city: "Joliet", state: "IL" }],
  ["Salt Lake City,UT 84101-1234, USA", "", { city: "Salt Lake City", state: "UT" }],
  ["Fond du Lac", "", { city: "Fond du Lac", state: "" }],
  ["", "", { city: "", state: "" }],
  ["TBD", "", { city: "", state: "" }],
])("the place %j with state %j", (city, state, place) => {
  expect(readPlace(city, state)).toEqual(place);
});

test("a state that is none is refused", () => {
  expect(readPlace("Joliet", "Ill-inois 7")).toHaveProperty("reason");
});

test.each([
  ["Delivered", "delivered"],
  ["IN TRANSIT", "in_transit"],
  ["In-Transit", "in_transit"],
  ["Picked Up", "in_transit"],
  ["covered", "dispatched"],
  ["Open", "open"],
])("the status %j comes in as %s", (text, value) => {
  expect(readLoadStatus(text)).toEqual({ value });
});

test.each([
  ["Released", "needs paperwork"],
  ["Invoiced", "needs paperwork"],
  ["Financed", "needs paperwork"],
  ["Completed", "needs paperwork"],
  ["TONU", "Leave the row out"],
  ["Cancelled", "Leave the row out"],
  ["constructor", "not a status"],
  ["", "missing"],
])("the status %j is refused: %s", (text, words) => {
  expect(readLoadStatus(text)).toEqual({ reason: expect.stringContaining(words) });
});
