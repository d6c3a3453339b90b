import type { RouteName } from "./sandbox-types.ts";

/** One request as it was received; secrets are not kept, only whether they were there. */
export type ReceivedRequest = {
  seq: number;
  at: string;
  route: RouteName | "unknown";
  method: string;
  path: string;
  query: string;
  invoiceNo?: string;
  mc?: string;
  username?: string;
  hasKey: boolean;
  hasBearer: boolean;
  contentType?: string;
  contentLength?: string;
  /** The body of a create, up to 4 kB; other bodies are known by their hash only. */
  body?: string;
  bodySha256: string;
  fault?: string;
  /** "dropped" when the connection was cut instead of an answer. */
  answer?: number | "dropped";
  durationMs?: number;
};

/** What was received, newest last, with totals that outlive the cap. */
export type RequestLog = {
  add: (entry: Omit<ReceivedRequest, "seq">) => ReceivedRequest;
  list: (filter?: {
    route?: string;
    invoiceNo?: string;
    afterSeq?: number;
    limit?: number;
  }) => ReceivedRequest[];
  totals: () => Record<string, number>;
  began: () => void;
  ended: () => void;
  /** The most requests that were under way at once. */
  peak: () => number;
  clear: () => void;
};

/** A log of at most `limit` requests. */
export function createRequestLog(limit: number): RequestLog {
  let entries: ReceivedRequest[] = [];
  let totals: Record<string, number> = {};
  let seq = 0;
  let underWay = 0;
  let peak = 0;
  return {
    add: (entry) => {
      seq += 1;
      const kept = { seq, ...entry };
      entries.push(kept);
      totals[entry.route] = (totals[entry.route] ?? 0) + 1;
      if (entries.length > limit * 2) entries = entries.slice(-limit);
      return kept;
    },
    list: ({ route, invoiceNo, afterSeq = 0, limit: wanted = limit } = {}) =>
      entries
        .slice(-limit)
        .filter(
          (entry) =>
            entry.seq > afterSeq &&
            (route === undefined || entry.route === route) &&
            (invoiceNo === undefined || entry.invoiceNo === invoiceNo),
        )
        .slice(-wanted),
    totals: () => ({ ...totals }),
    began: () => {
      underWay += 1;
      peak = Math.max(peak, underWay);
    },
    ended: () => {
      underWay -= 1;
    },
    peak: () => peak,
    clear: () => {
      entries = [];
      totals = {};
      peak = underWay;
    },
  };
}
