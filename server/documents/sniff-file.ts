/** What a file is by its bytes; names and claimed types prove nothing (R20). */
export type FileType = {
  format: "pdf" | "png" | "jpeg";
  contentType: "application/pdf" | "image/png" | "image/jpeg";
};

const SIGNATURES: readonly (FileType & { starts: readonly number[]; within: number })[] = [
  // Readers accept a PDF whose header stands anywhere in the first kilobyte, and scanners write such files.
  { format: "pdf", contentType: "application/pdf", starts: [0x25, 0x50, 0x44, 0x46, 0x2d], within: 1024 },
  {
    format: "png",
    contentType: "image/png",
    starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    within: 0,
  },
  { format: "jpeg", contentType: "image/jpeg", starts: [0xff, 0xd8, 0xff], within: 0 },
];

/** The type of these bytes; undefined when they are no PDF, PNG or JPEG. */
export function sniffFile(bytes: Uint8Array): FileType | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024 + 8));
  const found = SIGNATURES.find(({ starts, within }) => {
    const at = head.indexOf(Buffer.from(starts));
    return at >= 0 && at <= within;
  });
  return found && { format: found.format, contentType: found.contentType };
}
