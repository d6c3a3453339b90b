import { expect, test } from "vitest";
import { parseMcNumber } from "./mc-number.ts";

test.each([
  ["MC-0123456", "123456"],
  ["mc 412907", "412907"],
  ["000371", "371"],
  ["412907", "412907"],
])("an MC number is kept as digits without leading zeros: %s", (written, kept) => {
  expect(parseMcNumber(written)).toBe(kept);
});

test.each(["", "   ", "none", "0000", "1234567890", null, undefined])(
  "text that holds no MC number gives none: %s",
  (written) => {
    expect(parseMcNumber(written)).toBeUndefined();
  },
);
