import { expect, test } from "vitest";
import { paletteWords } from "./palette-words.ts";

test.each<[string, ReturnType<typeof paletteWords>]>([
  ["", { loads: null, customers: null, batchDigits: null }],
  [" p ", { loads: null, customers: null, batchDigits: null }],
  ["prairie lan", { loads: "prairie lan", customers: "prairie lan", batchDigits: null }],
  ["412907", { loads: "412907", customers: "412907", batchDigits: "412907" }],
  ["SH-1042", { loads: "SH-1042", customers: "SH-1042", batchDigits: null }],
  ["load SH-1042", { loads: "SH-1042", customers: null, batchDigits: null }],
  ["Load #1042", { loads: "1042", customers: null, batchDigits: null }],
  ["batch 7", { loads: null, customers: null, batchDigits: "7" }],
  ["BATCH #7", { loads: null, customers: null, batchDigits: "7" }],
  ["batch seven", { loads: null, customers: null, batchDigits: null }],
  ["loads", { loads: "loads", customers: "loads", batchDigits: null }],
  ["1234567890", { loads: "1234567890", customers: "1234567890", batchDigits: null }],
])("%j asks for %j", (typed, words) => {
  expect(paletteWords(typed)).toEqual(words);
});
