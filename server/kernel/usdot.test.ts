import { expect, test } from "vitest";
import { parseUsdotNumber } from "./usdot.ts";

test.each([
  ["USDOT 3104488", "3104488"],
  ["03104488", "3104488"],
])("a USDOT number is kept as digits: %s", (written, kept) => {
  expect(parseUsdotNumber(written)).toBe(kept);
});

test.each(["", "pending", "123456789", null])("text that holds no USDOT number gives none: %s", (written) => {
  expect(parseUsdotNumber(written)).toBeUndefined();
});
