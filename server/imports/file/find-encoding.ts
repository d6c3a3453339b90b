export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * How the text is encoded: as its byte order mark says; else UTF-8 where all of it is; else Windows-1252, which
 * Excel's plain "CSV" is in American and western European settings.
 */
export function findEncoding(head: Uint8Array, isUtf8: boolean): TextEncodingName {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return isUtf8 ? "utf-8" : "windows-1252";
}
