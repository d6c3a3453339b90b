import { expect, test } from "vitest";
import { isOtherBroker } from "./broker-name.ts";

test.each([
  ["Prairie Lantern Logistics", "PRAIRIE LANTERN LOGISTICS LLC", false],
  ["Prairie Lantern", "Prairie Lantern Logistics LLC", false],
  ["C.H. Robinson", "CH ROBINSON COMPANY INC", false],
  ["Blue-Line Freight", "Blue Line Freight Inc", false],
  ["North River", "NORTHRIVER BROKERAGE", false],
  ["Copper Bend Freight Inc", "Prairie Lantern Logistics LLC", true],
  ["Harbor Logistics LLC", "Old Route Logistics LLC", true],
  ["Freight Solutions", "Freight Solutions LLC", false],
  ["Twin Elm", null, false],
  ["Twin Elm", "", false],
])("%j, called %j by OTR, is another company: %j", (ours, theirs, other) => {
  expect(isOtherBroker(ours, theirs)).toBe(other);
});
