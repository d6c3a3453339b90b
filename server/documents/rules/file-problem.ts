import { formatCount } from "#server/kernel/count.ts";
import { formatBytes, MAX_FILE_BYTES, MAX_PAGES } from "./document-limits.ts";

/** Why a file can't be a document (R20). */
export const FILE_PROBLEMS = [
  "empty",
  "too_large",
  "unsupported",
  "password",
  "damaged",
  "no_pages",
  "too_many_pages",
  "too_many_pixels",
  "too_heavy",
] as const;

export type FileProblem = (typeof FILE_PROBLEMS)[number];

const SENTENCES = {
  empty: () =>
    "This file is empty. It may not have been saved or sent completely; get it again and add that.",
  too_large: () =>
    `This file is larger than ${formatBytes(MAX_FILE_BYTES)}. Scan it at 200 dpi in greyscale, or split it, and add the parts.`,
  unsupported: (fileName) => unsupportedSentence(fileName),
  password: () =>
    "This PDF opens only with a password, so the factor couldn't read it. Open it, print it to a new PDF, and add that.",
  damaged: () =>
    "This file is damaged or incomplete: not all of it can be read. Ask for it again, or scan or photograph the paper once more.",
  no_pages: () => "This PDF has no pages. Export it again, or scan the paper, and add that.",
  too_many_pages: () =>
    `This PDF has more than ${formatCount(MAX_PAGES)} pages. Print the pages that belong to the load to a new PDF, and add that.`,
  too_heavy: () =>
    "This file takes more memory or time to read than a paper should, and the factor may not be able to open it either. Print it to a new PDF, or scan the paper, and add that.",
  too_many_pixels: () =>
    "This picture has more than 120 million pixels. Save it smaller, or scan at 300 dpi, and add that.",
} as const satisfies Record<FileProblem, (fileName: string) => string>;

/** What is wrong with a file and what to do, in a sentence or two. */
export function fileProblemSentence(problem: FileProblem, fileName: string): string {
  return SENTENCES[problem](fileName);
}

const ADVICE: readonly { endings: RegExp; sentence: string }[] = [
  {
    endings: /\.hei[cf]$/i,
    sentence:
      "This is an iPhone photo in HEIC format, which Lading can't read. Save it as JPEG, or set Camera > Formats to Most Compatible, and add that.",
  },
  {
    endings: /\.(docx?|xlsx?|pptx?|odt|rtf|pages|numbers)$/i,
    sentence:
      "This is an office document. Save or print it as PDF, so that it looks the same everywhere, and add that.",
  },
  {
    endings: /\.(tiff?|bmp|gif|webp|avif)$/i,
    sentence: "Lading takes no such pictures. Save it as JPEG, PNG or PDF and add that.",
  },
  { endings: /\.(zip|7z|rar)$/i, sentence: "This is an archive. Unpack it and add the files in it." },
  {
    endings: /\.(eml|msg|html?)$/i,
    sentence: "This is a message or a web page. Save its attachment, or print it to PDF, and add that.",
  },
];

function unsupportedSentence(fileName: string): string {
  const advice = ADVICE.find(({ endings }) => endings.test(fileName.trim()));
  return (
    advice?.sentence ??
    "This is neither a PDF nor a PNG or JPEG picture, whatever its name says. Save it as PDF and add that."
  );
}
