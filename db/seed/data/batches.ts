import type { FailureReason } from "#server/factoring/rules/failure-reasons.ts";
import type { SubsidiaryKey } from "./companies.ts";
import type { SAMPLE_PEOPLE } from "./people.ts";

/** A batch of the past: how many invoices OTR has under which status by now, and which failed. */
export type BatchRow = {
  subsidiary: SubsidiaryKey;
  daysAgo: number;
  by: keyof typeof SAMPLE_PEOPLE;
  /** [OTR's status code as last read, invoices]. */
  codes: readonly (readonly [code: number, count: number])[];
  failures?: readonly FailureReason[];
  /** What OTR has decided since the last sync: the next SYNC TRANSACTIONS finds it. */
  news?: readonly (readonly [code: number, count: number])[];
};

export const BATCHES: readonly BatchRow[] = [
  { subsidiary: "sample", daysAgo: 97, by: "biller", codes: [[3, 12]] },
  {
    subsidiary: "sample",
    daysAgo: 88,
    by: "biller",
    codes: [
      [3, 14],
      [4, 1],
    ],
  },
  { subsidiary: "sample", daysAgo: 75, by: "owner", codes: [[3, 11]] },
  {
    subsidiary: "sample",
    daysAgo: 61,
    by: "biller",
    codes: [
      [3, 16],
      [7, 1],
    ],
  },
  { subsidiary: "river", daysAgo: 58, by: "biller", codes: [[3, 10]] },
  { subsidiary: "sample", daysAgo: 44, by: "biller", codes: [[3, 15]] },
  {
    subsidiary: "river",
    daysAgo: 37,
    by: "owner",
    codes: [
      [3, 11],
      [99, 1],
    ],
  },
  {
    subsidiary: "sample",
    daysAgo: 30,
    by: "biller",
    codes: [
      [3, 14],
      [5, 1],
      [6, 1],
    ],
  },
  {
    subsidiary: "river",
    daysAgo: 16,
    by: "biller",
    codes: [
      [3, 9],
      [1, 1],
      [6, 1],
    ],
  },
  {
    subsidiary: "sample",
    daysAgo: 12,
    by: "biller",
    codes: [
      [3, 11],
      [1, 1],
      [2, 1],
      [6, 1],
      [8, 1],
    ],
    news: [[3, 1]],
  },
  {
    subsidiary: "sample",
    daysAgo: 4,
    by: "biller",
    codes: [
      [1, 16],
      [9, 1],
      [2, 1],
    ],
    failures: ["mc_missing"],
    news: [
      [3, 3],
      [6, 1],
    ],
  },
  {
    subsidiary: "river",
    daysAgo: 3,
    by: "biller",
    codes: [
      [1, 7],
      [3, 2],
    ],
    failures: ["broker_unknown", "broker_not_approved"],
    news: [[3, 2]],
  },
];
