const MEGABYTE = 1024 * 1024;

/** The largest file a document may be: a phone's photo is under 10 MB, a long scan under 20. */
export const MAX_FILE_BYTES = 25 * MEGABYTE;

/** OTR names no limit for a document, only that there is one; from here on people are warned (OTR §8.2). */
export const OTR_COMFORT_BYTES = 10 * MEGABYTE;

/** The most pages a PDF may have: the longest packet a factor reads has a hundred. */
export const MAX_PAGES = 1000;

/** The most that is merged at once: the pages of a merge lie in memory together. */
export const MAX_MERGE_BYTES = 150 * MEGABYTE;

/** The most documents a load may have; a load has five, a long one twenty. */
export const MAX_DOCUMENTS = 100;

/** 1_572_864 → "1.5 MB", 10_485_760 → "10 MB", 20_480 → "20 kB"; never less than 1 kB. */
export function formatBytes(bytes: number): string {
  if (bytes >= MEGABYTE) return `${(bytes / MEGABYTE).toFixed(1).replace(/\.0$/, "")} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
