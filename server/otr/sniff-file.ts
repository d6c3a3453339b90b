/** A file format OTR takes, known from the file's first bytes and never from its name (OTR §8.2). */
export type FileFormat = { contentType: string; extension: string };

const formats: (FileFormat & { magic: string })[] = [
  { magic: "25504446", contentType: "application/pdf", extension: "pdf" },
  { magic: "ffd8ff", contentType: "image/jpeg", extension: "jpg" },
  { magic: "89504e47", contentType: "image/png", extension: "png" },
];

/** The format of these bytes; undefined when they are no PDF, JPEG or PNG. */
export function sniffFile(bytes: Uint8Array): FileFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return formats.find(({ magic }) => start.startsWith(magic));
}
