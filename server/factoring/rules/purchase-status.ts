/** What an OTR status code means for the money (OTR §7). `unknown` is a code OTR has added since. */
export type PurchaseClass = "in_progress" | "funded" | "attention" | "final_unpaid" | "unknown";

type PurchaseStatus = { label: string; class: PurchaseClass };

/** The one table of OTR's invoice status codes (R32). Status 3 counts as funded. */
export const PURCHASE_STATUSES = {
  1: { label: "Pending", class: "in_progress" },
  2: { label: "Advance Issued", class: "in_progress" },
  3: { label: "Approved", class: "funded" },
  4: { label: "Dead", class: "final_unpaid" },
  5: { label: "Addendum", class: "attention" },
  6: { label: "Client Request", class: "attention" },
  7: { label: "Duplicate", class: "final_unpaid" },
  8: { label: "OTR Follow-up", class: "attention" },
  9: { label: "Advance Pending", class: "in_progress" },
  99: { label: "Process Blocked", class: "attention" },
} as const satisfies Record<number, PurchaseStatus>;

/** Reads OTR's code; an unknown one is shown as it is and changes nothing (R32). */
export function purchaseStatus(code: number): PurchaseStatus {
  const known: Record<number, PurchaseStatus> = PURCHASE_STATUSES;
  return known[code] ?? { label: `Status ${code}`, class: "unknown" };
}

/** True while a sync should still ask OTR about the invoice (R31: not yet funded or final). */
export function isPurchaseOpen(purchaseClass: PurchaseClass): boolean {
  return purchaseClass !== "funded" && purchaseClass !== "final_unpaid";
}
