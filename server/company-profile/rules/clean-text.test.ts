import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

test.each([
  ["Word's line breaks", "Pay OTR.\r\nThank you.\rBye\v!\u2028.", "Pay OTR.\nThank you.\nBye\n!\n."],
  ["tabs and wide spaces", "Box\t417\u00a0Roswell\u2003GA", "Box 417 Roswell GA"],
  ["what can't be seen", "\ufeffAssign\u00adment\u200b \u0000paid\u0007\u202e", "Assignment paid"],
  ["blanks at ends", "  Pay here.   \n\n\n\n  Thanks \n", "Pay here.\n\n  Thanks"],
  ["letters in two parts", "Cafe\u0301", "Caf\u00e9"],
  ["typographic signs", "“OTR’s” – only — 50 • …", "“OTR’s” – only — 50 • …"],
  ["only blanks", " \t\r\n\u200b ", ""],
])("%s", (_, pasted, kept) => {
  expect(cleanText(pasted)).toBe(kept);
});

test("cleaning twice changes nothing more", () => {
  const once = cleanText("a \t\r\n \r\n\r\n\u200b\r\n b\u00a0\n");
  expect(cleanText(once)).toBe(once);
});
