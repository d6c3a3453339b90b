import { randomBytes } from "node:crypto";
import type { UploadFields } from "./api-types.ts";
import type { FileFormat } from "./sniff-file.ts";

/**
 * A multipart body held whole in memory, so that it travels with a Content-Length; parts in the order OTR
 * documents, the file's bytes untouched (OTR §8).
 */
export function uploadBody(
  file: { name: string; format: FileFormat; bytes: Uint8Array },
  fields: UploadFields,
): { contentType: string; body: Uint8Array<ArrayBuffer> } {
  const boundary = `lading-${randomBytes(16).toString("hex")}`;
  const fileName = safeFileName(file.name, file.format);
  const opening =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n` +
    `Content-Type: ${file.format.contentType}\r\n\r\n`;
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `\r\n--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${value}`,
  );
  const closing = `${texts.join("")}\r\n--${boundary}--\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(opening), file.bytes, Buffer.from(closing)]),
  };
}

/** A plain ASCII name without path, quotes or line breaks, ending as the bytes say: "POD-60417.pdf". */
export function safeFileName(name: string, format: FileFormat): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const stem = base.replace(/\.[A-Za-z0-9]{1,5}$/, "").normalize("NFKD");
  const plain = stem
    .replace(/[^A-Za-z0-9 ._()-]/g, "")
    .trim()
    .slice(0, 100);
  return `${plain === "" ? "document" : plain}.${format.extension}`;
}
