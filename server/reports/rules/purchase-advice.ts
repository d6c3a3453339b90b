import { type PURCHASE_STATUSES, purchaseStatus } from "#server/factoring/rules/purchase-status.ts";

/** What a status of OTR's means for the money, and what is to do; `todo` is null where nothing is. */
export type PurchaseAdvice = { happened: string; todo: string | null };

type Code = keyof typeof PURCHASE_STATUSES;

/** The reason behind 5, 6, 8 and 99 stands only in OTR's portal (OTR §7). */
const ADVICE = {
  1: { happened: "OTR has the invoice and works on it.", todo: null },
  2: { happened: "OTR paid an advance on this invoice; it is not funded yet.", todo: null },
  3: { happened: "OTR took the invoice: the load is Financed.", todo: null },
  4: {
    happened: "OTR closed the invoice without paying.",
    todo: "Call OTR Solutions. To bill the customer another way, revert the load: that takes the invoice back.",
  },
  5: {
    happened: "OTR added or changed something on this invoice.",
    todo: "Read OTR's note on it in the OTR portal.",
  },
  6: {
    happened: "OTR waits for something from you, often a document; it pays nothing until then.",
    todo: "Open the invoice in the OTR portal: the reason is only there. Answer it there.",
  },
  7: {
    happened: "OTR says it already has this invoice, and will not pay it twice.",
    todo: "Find the first one in the OTR portal. If this one was a mistake, revert the load: that takes it back.",
  },
  8: {
    happened: "OTR is following up on this invoice with the customer.",
    todo: "Watch it, and call OTR Solutions if it stays like this for days.",
  },
  9: { happened: "An advance was requested; OTR has not paid it yet.", todo: null },
  99: {
    happened: "OTR has blocked this invoice; it pays nothing until that is cleared.",
    todo: "Call OTR Solutions and ask what blocks it.",
  },
} as const satisfies Record<Code, PurchaseAdvice>;

/** The words for OTR's code as last read. A code that is not in the table changes nothing (R32). */
export function purchaseAdvice(code: number): PurchaseAdvice {
  const known: Record<number, PurchaseAdvice> = ADVICE;
  return (
    known[code] ?? {
      happened: `OTR reports “${purchaseStatus(code).label}”, which Lading does not know. Nothing was changed.`,
      todo: "Ask OTR Solutions what it means.",
    }
  );
}
