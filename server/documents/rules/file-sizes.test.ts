import { expect, test } from "vitest";
import { formatBytes, MAX_FILE_BYTES, OTR_COMFORT_BYTES } from "./document-limits.ts";
import { FILE_PROBLEMS, fileProblemSentence } from "./file-problem.ts";
import { expectedBytes, packetWarning } from "./packet-warning.ts";

test.each([
  [0, "1 kB"],
  [20_480, "20 kB"],
  [1_572_864, "1.5 MB"],
  [MAX_FILE_BYTES, "25 MB"],
])("%d bytes read %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test("a packet is warned of only above what OTR is known to take", () => {
  expect(packetWarning(OTR_COMFORT_BYTES)).toBeNull();
  expect(packetWarning(OTR_COMFORT_BYTES + 1)).toMatch(/OTR may refuse more than 10 MB/);
});

test("large photos count as what they come to on paper, PDFs as they are", () => {
  const pdf = { contentType: "application/pdf", bytes: 8_000_000 };
  const photo = { contentType: "image/jpeg", bytes: 8_000_000 };
  const small = { contentType: "image/png", bytes: 90_000 };
  expect(expectedBytes([pdf, photo, small])).toBe(8_000_000 + 1_200_000 + 90_000);
});

test("every refusal of a file says what to do", () => {
  for (const problem of FILE_PROBLEMS) {
    expect(fileProblemSentence(problem, "x.bin")).toMatch(/add (that|the parts)|once more/);
  }
});

test.each([
  ["IMG_1.HEIC", /iPhone/],
  ["letter.docx", /office document/],
  ["scan.tiff", /JPEG, PNG or PDF/],
  ["papers.zip", /archive/],
  ["mail.eml", /message/],
])("%s is refused with the advice for its kind", (fileName, advice) => {
  expect(fileProblemSentence("unsupported", fileName)).toMatch(advice);
});
