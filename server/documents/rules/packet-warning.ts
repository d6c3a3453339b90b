import { formatBytes, OTR_COMFORT_BYTES } from "./document-limits.ts";

/** What to expect of a merged document of this size at OTR, or null where there is nothing to say (OTR §8.2). */
export function packetWarning(bytes: number): string | null {
  if (bytes <= OTR_COMFORT_BYTES) return null;
  return `The merged document is ${formatBytes(bytes)}. OTR may refuse more than ${formatBytes(OTR_COMFORT_BYTES)}: leave out what isn't needed, or scan it in greyscale at 200 dpi, and merge again.`;
}
