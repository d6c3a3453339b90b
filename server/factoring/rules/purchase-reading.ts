import { type Cents, formatCents } from "#server/kernel/money.ts";
import { LOAD_STATUS_LABELS, type LoadStatus } from "#server/loads/rules/load-status.ts";
import { isFundingPlausible } from "./next-load-status.ts";
import { isPurchaseOpen, type PurchaseClass, purchaseStatus } from "./purchase-status.ts";

/** What one look at an invoice came to; each invoice of a sync counts once. */
export type Verdict = "newly_financed" | "changed" | "unchanged" | "needs_you" | "unreadable";

/** OTR's word on an invoice as read: `code` is null where it was no number. Amount in cents. */
export type Reading = {
  code: number | null;
  raw: string;
  modifiedRaw: string | null;
  unitPriceCents: Cents | null;
};

/** What we knew of OTR's word before. */
export type KnownPurchase = {
  purchaseCode: number | null;
  purchaseRaw: string | null;
  amountCents: Cents;
};

export type Judgement = {
  purchaseClass: PurchaseClass;
  isOpen: boolean;
  isFunded: boolean;
  /** OTR's status is another than the one known. */
  statusChanged: boolean;
  /** What a person should know although the read was good; null: nothing. */
  remark: string | null;
};

/** Judges a reading by the status table (R32, OTR §7). A word or an unknown code is kept and changes nothing. */
export function judgeReading(known: KnownPurchase, reading: Reading): Judgement {
  const purchaseClass = reading.code === null ? "unknown" : purchaseStatus(reading.code).class;
  return {
    purchaseClass,
    isOpen: isPurchaseOpen(purchaseClass),
    isFunded: purchaseClass === "funded",
    statusChanged: reading.code !== known.purchaseCode || rawWord(reading) !== known.purchaseRaw,
    remark: amountRemark(known.amountCents, reading.unitPriceCents),
  };
}

/** The word OTR sent in place of a number; null for a number. */
export function rawWord({ code, raw }: Reading): string | null {
  return code === null ? raw : null;
}

/** What a person should know when OTR funds a load that doesn't stand where funding belongs; null: all is well. */
export function fundingRemark(status: LoadStatus, isWithdrawn: boolean): string | null {
  if (isWithdrawn) {
    return "OTR funded this invoice although it was taken back. Call OTR Solutions before the load is paid twice.";
  }
  if (isFundingPlausible(status)) return null;
  return `OTR funded this invoice while the load is ${LOAD_STATUS_LABELS[status]}. Check the load's status.`;
}

/**
 * How the reading counts. The first reading of an invoice that is merely under way is no news; what waits for
 * the carrier counts every time until it is settled.
 */
export function verdictOf(
  { purchaseClass, statusChanged, remark }: Judgement,
  { firstReading, loadFinanced }: { firstReading: boolean; loadFinanced: boolean },
): Verdict {
  if (loadFinanced) return "newly_financed";
  if (purchaseClass === "attention" || purchaseClass === "final_unpaid" || remark) return "needs_you";
  return statusChanged && !firstReading ? "changed" : "unchanged";
}

function amountRemark(sent: Cents, atOtr: Cents | null): string | null {
  if (atOtr === null || atOtr === sent) return null;
  return `OTR holds this invoice at ${formatCents(atOtr)}; ${formatCents(sent)} was sent. Settle it with OTR.`;
}
