import { expect, test } from "vitest";
import { csvAmount, csvLine } from "./csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+1 555 0100", "'+1 555 0100"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1+1", "'\t=1+1"],
  ["＝1+1", "'＝1+1"],
  ["＠SUM(A1)", "'＠SUM(A1)"],
  ["1850.00", "1850.00"],
  ["-3.00", "-3.00"],
  ["PO-7", "PO-7"],
])("text that a spreadsheet would run is defused: %j", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

test("commas, quotes and line ends survive as RFC 4180 says", () => {
  expect(csvLine(['Prairie "Lantern", Inc.', "a\r\nb", null, 7])).toBe(
    '"Prairie ""Lantern"", Inc.","a\r\nb",,7\r\n',
  );
});

test("a formula is defused inside its quotes", () => {
  expect(csvLine(["\r\n=1+1"])).toBe('"\'\r\n=1+1"\r\n');
  expect(csvLine(["\n=1+1"])).toBe('"\'\n=1+1"\r\n');
  expect(csvLine(['=HYPERLINK("x","y")'])).toBe('"\'=HYPERLINK(""x"",""y"")"\r\n');
});

test.each([
  [185000, "1850.00"],
  [5, "0.05"],
  [0, "0.00"],
  [-1999, "-19.99"],
  [123456789012, "1234567890.12"],
])("%i cents read %s", (cents, text) => {
  expect(csvAmount(cents)).toBe(text);
});
