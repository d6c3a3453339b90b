import { expect, test } from "vitest";
import { cookieIn, isSingleKey, readSingleKeys, SINGLE_KEYS_COOKIE } from "./single-keys.ts";

test.each(["j", "X", "?", "/", "7", "é", "😀"])("%j is a single key, which can be switched off", (key) => {
  expect(isSingleKey(key)).toBe(true);
});

// The space bar acts on the row that has the focus only, as it does on a checkbox.
test.each(["Enter", "Escape", "ArrowDown", "Tab", "F1", " "])("%j works whatever is chosen", (key) => {
  expect(isSingleKey(key)).toBe(false);
});

test.each([
  [undefined, true],
  ["on", true],
  ["nonsense", true],
  ["off", false],
])("a cookie of %j means single keys are on: %j", (value, on) => {
  expect(readSingleKeys(value)).toBe(on);
});

test.each([
  ["lading-theme=dark; lading-single-keys=off", "off"],
  ["lading-single-keys=on", "on"],
  ["other-lading-single-keys=off", undefined],
  ["", undefined],
])("the cookie is found among %j", (cookies, value) => {
  expect(cookieIn(cookies, SINGLE_KEYS_COOKIE)).toBe(value);
});
