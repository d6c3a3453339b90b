/**
 * What one conversation with OTR looked like, for the audit trail: no bodies, no secrets, no invoice keys.
 * `path` has no query. `httpStatus` is missing when no answer came. `otrText` is OTR's own words, masked,
 * at most 2 kB.
 */
export type Exchange = {
  method: "GET" | "POST";
  path: string;
  httpStatus?: number;
  requestId?: string;
  durationMs: number;
  otrText?: string;
};
