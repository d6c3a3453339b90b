import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { fileLines } from "./file-lines.ts";
import { openImportFile } from "./import-file.ts";
import { readHeaders } from "./read-headers.ts";

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string) => utf16(text).swap16();

/** As a disk hands it out. */
const inParts = (bytes: Uint8Array) => async () => Readable.from(partsOf(bytes), { objectMode: false });

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function linesOf(bytes: Uint8Array) {
  const lines: [number, ...string[]][] = [];
  for await (const { line, cells } of fileLines(await openImportFile(inParts(bytes))))
    lines.push([line, ...cells]);
  return lines;
}

describe("the same rows come out however a program wrote them", () => {
  const rows = [
    [1, "Name", "City"],
    [2, "Müller & Søn’s", "Joliet"],
  ];
  const text = "Name,City\r\nMüller & Søn’s,Joliet\r\n";
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    [
      "Windows-1252",
      Buffer.concat([
        Buffer.from("Name,City\r\nM\xfcller & S\xf8n", "latin1"),
        Buffer.from([0x92]),
        Buffer.from("s,Joliet\r\n"),
      ]),
    ],
    ["UTF-16 with tabs, Excel’s Unicode Text", utf16(text.replaceAll(",", "\t"))],
    ["UTF-16, the other byte order", utf16be(text)],
    ["semicolons", Buffer.from(text.replaceAll(",", ";"))],
    ["tabs", Buffer.from(text.replaceAll(",", "\t"))],
    ["bars", Buffer.from(text.replaceAll(",", "|"))],
    ["Unix line ends", Buffer.from(text.replaceAll("\r\n", "\n"))],
    ["old Mac line ends", Buffer.from(text.replaceAll("\r\n", "\r"))],
    ["every cell in quotes", Buffer.from('"Name","City"\r\n"Müller & Søn’s","Joliet"\r\n')],
    ["no line end at the end", Buffer.from(text.trimEnd())],
  ])("%s", async (_, bytes) => {
    expect(await linesOf(bytes)).toEqual(rows);
  });
});

test("Excel’s line that names the separator is no row, and the lines keep their numbers", async () => {
  expect(await linesOf(Buffer.from("sep=;\r\nName;City, State\r\nA;Joliet, IL\r\n"))).toEqual([
    [2, "Name", "City, State"],
    [3, "A", "Joliet, IL"],
  ]);
});

test("a row has the number of the line it begins in: line breaks in quotes and empty lines count", async () => {
  const text =
    'Name,Note\r\nA,"two\r\nlines, and a ""quote"""\r\n\r\n , \r\nB,6" pipe\r\nC,"x\ny\nz"\r\nD,-\r\n';
  expect(await linesOf(Buffer.from(text))).toEqual([
    [1, "Name", "Note"],
    [2, "A", 'two\r\nlines, and a "quote"'],
    [6, "B", '6" pipe'],
    [7, "C", "x\ny\nz"],
    [10, "D", "-"],
  ]);
});

test("characters on the border of what is read at a time stay whole", async () => {
  const name = "é".repeat(40_000);
  for (const shift of ["", "x"]) {
    expect(await linesOf(Buffer.from(`${shift}N\n${name}\n${name}\n`))).toEqual([
      [1, `${shift}N`],
      [2, name],
      [3, name],
    ]);
  }
});

test("a semicolon in a quoted header doesn’t make semicolons the separator", async () => {
  expect(await linesOf(Buffer.from('"a;b;c",d\n1,2\n'))).toEqual([
    [1, "a;b;c", "d"],
    [2, "1", "2"],
  ]);
});

test("a quotation mark that is never closed is named with the line it is opened in", async () => {
  await expect(linesOf(Buffer.from('Name,City\nA,"x\ny"\nB,"Joliet\nC,Toledo\n'))).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.stringMatching(/^Line 4 .*never closed/),
  });
  const long = `Name,City\nA,"${"x,y\n".repeat(100_000)}`;
  await expect(linesOf(Buffer.from(long))).rejects.toThrow(/^Line 2 .*never closed/);
});

describe("what is no CSV is refused with what to do", () => {
  test.each([
    ["nothing", Buffer.alloc(0), "is empty"],
    ["an Excel workbook", Buffer.from("PK\x03\x04 and more", "latin1"), "save it as CSV"],
    ["an old Excel workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "save it as CSV"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "This is a PDF"],
    ["a web page named .xls", Buffer.from("\ufeff <HTML><table>"), "web page"],
    ["XML", Buffer.from('<?xml version="1.0"?>'), "web page or XML"],
    ["JSON", Buffer.from('[{"name": "A"}]'), "not a text file with rows"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "not a text file with rows"],
  ])("%s", async (_, bytes, words) => {
    await expect(openImportFile(inParts(bytes))).rejects.toThrow(words);
  });
});

test.each([
  [
    ["Name", " City\r\n ", "City", "CITY"],
    ["Name", "City", "City (2)", "CITY (3)"],
  ],
  [
    ["A", "", "B", "", ""],
    ["A", "Column 2", "B"],
  ],
  [
    ["City", "City (2)", "City"],
    ["City", "City (2)", "City (3)"],
  ],
  [["", ""], []],
])("the headers %j read %j", (cells, headers) => {
  expect(readHeaders(cells)).toEqual(headers);
});
