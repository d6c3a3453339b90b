import { formatBytes, OTR_COMFORT_BYTES } from "./document-limits.ts";

/** What to expect of a merged document of this size at OTR, or null where there is nothing to say (OTR §8.2). */
export function packetWarning(bytes: number): string | null {
  if (bytes <= OTR_COMFORT_BYTES) return null;
  return `The merged document is ${formatBytes(bytes)}. OTR may refuse more than ${formatBytes(OTR_COMFORT_BYTES)}: leave out what isn't needed, or scan it in greyscale at 200 dpi, and merge again.`;
}

/** What a large picture comes to in a merged document, where it is printed at 200 dpi. */
const PRINTED_PICTURE_BYTES = 1_200_000;

/** About how large documents will be once merged: PDFs go in as they are, large pictures become smaller. */
export function expectedBytes(documents: readonly { contentType: string; bytes: number }[]): number {
  let total = 0;
  for (const { contentType, bytes } of documents) {
    total += contentType === "application/pdf" ? bytes : Math.min(bytes, PRINTED_PICTURE_BYTES);
  }
  return total;
}
