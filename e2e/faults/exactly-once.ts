import { expect } from "vitest";
import type { Desk, OurInvoice } from "../support/desk.ts";

/** How the invoices of a batch ended, counted. */
export type Outcome = { accepted: number; failed: number; review: number; copies: number };

/**
 * The guarantee of a submission, whatever happened on the way: an accepted invoice is at OTR exactly once with its own
 * document (a second copy only where `secondCopies` allows it), its load is Invoiced; one that failed or waits for
 * a person says why, and its load is still Queued.
 */
export async function expectExactlyOnce(
  desk: Desk,
  rows: OurInvoice[],
  { secondCopies }: { secondCopies: boolean },
): Promise<Outcome> {
  const outcome: Outcome = { accepted: 0, failed: 0, review: 0, copies: 0 };
  for (const row of rows) {
    const atOtr = await desk.sandbox.listInvoices({ invoiceNo: row.invoiceNumber });
    expect(atOtr.length, `${row.invoiceNumber} at OTR`).toBeLessThanOrEqual(1);
    if (row.state !== "accepted") {
      expect(row.failureReason, `${row.invoiceNumber} says why`).not.toBeNull();
      expect(row.loadStatus).toBe("queued");
      outcome[row.needsReview ? "review" : "failed"] += 1;
      continue;
    }
    const documents = atOtr[0]?.documents ?? [];
    expect(atOtr[0]?.pkey, `${row.invoiceNumber} exists at OTR`).toBe(row.pkey);
    expect(new Set(documents.map(({ sha256 }) => sha256))).toEqual(new Set([row.documentSha256]));
    expect(documents.length, `${row.invoiceNumber}'s documents`).toBeLessThanOrEqual(secondCopies ? 2 : 1);
    expect(row.loadStatus).toBe("invoiced");
    outcome.accepted += 1;
    outcome.copies += documents.length - 1;
  }
  return outcome;
}
