/** What a person has to know or do for each of OTR's statuses (OTR §7). OTR's own reason stands only in its portal. */
export const PURCHASE_ADVICE = {
  1: "OTR has the invoice and is working on it. Nothing to do.",
  2: "OTR paid an advance on this invoice. It is not funded yet.",
  3: "OTR took the invoice. The load is Financed.",
  4: "OTR closed the invoice without paying. Call OTR before you bill the customer yourself.",
  5: "OTR added or changed something. Read the note in the OTR portal.",
  6: "OTR is waiting for something from you, often a document. The reason is only in the OTR portal: open the invoice there and answer it.",
  7: "OTR says it already has this invoice and will not pay it twice. Find the first one in the OTR portal.",
  8: "OTR is following up with the customer. Watch it; call OTR if it stays like this.",
  9: "An advance was requested and OTR has not paid it yet. Nothing to do.",
  99: "OTR has blocked the invoice. Call OTR Solutions to find out why.",
} as const satisfies Record<number, string>;

const NOT_READ = "OTR has not been asked yet. The nightly sync asks at 02:00, or press SYNC TRANSACTIONS.";

/** The sentence for a code as last read; null means OTR was never read. An unknown code changes nothing (R32). */
export function purchaseAdvice(code: number | null): string {
  if (code === null) return NOT_READ;
  const known: Record<number, string> = PURCHASE_ADVICE;
  return (
    known[code] ??
    `OTR reports a status Lading does not know (${code}). Nothing was changed; ask OTR what it means.`
  );
}
