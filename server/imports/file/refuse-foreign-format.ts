import { AppError } from "#server/kernel/errors.ts";

const SAVE_AS =
  "open it in Excel or Google Sheets, save it as CSV (“CSV UTF-8” in Excel), and import that file.";

const EXCEL = `This is an Excel workbook, and Lading reads CSV files. Nothing was imported. To bring it in, ${SAVE_AS}`;

const NO_TEXT =
  "This file is not a text file with rows and columns. Nothing was imported. Export your list as CSV and import that file.";

/** What a file is by how it begins; names prove nothing. */
const SIGNATURES: readonly { starts: string; sentence: string }[] = [
  { starts: "PK\x03\x04", sentence: EXCEL },
  { starts: "\xd0\xcf\x11\xe0", sentence: EXCEL },
  {
    starts: "%PDF-",
    sentence: `This is a PDF. Nothing was imported. Export your list as CSV and import that file.`,
  },
];

// Some programs give a web page or XML the name .xls.
const MARKUP = /^(?:<!doctype|<html|<table|<\?xml|<meta|<head|<div)/i;

/** Throws AppError("invalid_input") with what to do where a file that begins so is empty or no CSV. */
export function refuseForeignFormat(begin: Uint8Array): void {
  const sentence = foreignFormat(begin);
  if (sentence) throw new AppError("invalid_input", sentence);
}

function foreignFormat(begin: Uint8Array): string | undefined {
  if (begin.byteLength === 0)
    return "This file is empty. Nothing was imported. Choose the file that holds your rows.";
  const head = Buffer.from(begin.subarray(0, 4096)).toString("latin1");
  const known = SIGNATURES.find(({ starts }) => head.startsWith(starts));
  if (known) return known.sentence;
  const isUtf16 = head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
  if (!isUtf16 && head.includes("\0")) return NO_TEXT;
  const start = head.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (MARKUP.test(start)) {
    return `This is a web page or XML under the name of a table. Nothing was imported. To bring it in, ${SAVE_AS}`;
  }
  return /^[[{]\s*["{[]/.test(start) ? NO_TEXT : undefined;
}
