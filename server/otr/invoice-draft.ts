import type { Cents } from "#server/kernel/money.ts";

/** One invoice as we know it, before it takes OTR's form. Dates are calendar dates, 'YYYY-MM-DD'. */
export type InvoiceDraft = {
  mcNumber: string;
  usdotNumber: string;
  invoiceNo: string;
  poNumber: string;
  amountCents: Cents;
  invoiceDate: string;
  from: { city: string; state: string };
  to: { city: string; state: string };
  weightPounds?: number;
  miles?: number;
  notes?: string;
};

/** What keeps a draft from being sent; OTR's own 400 would name no field (OTR §10.6). */
export type DraftProblem =
  | "mc_number"
  | "usdot_number"
  | "invoice_no"
  | "po_number"
  | "amount"
  | "invoice_date"
  | "from_city"
  | "from_state"
  | "to_city"
  | "to_state"
  | "weight"
  | "miles";

const checks = {
  mc_number: (draft) => /^[1-9]\d{0,8}$/.test(draft.mcNumber),
  usdot_number: (draft) => /^\d{1,8}$/.test(draft.usdotNumber),
  invoice_no: (draft) => isFilled(draft.invoiceNo),
  po_number: (draft) => isFilled(draft.poNumber),
  amount: (draft) => Number.isSafeInteger(draft.amountCents) && draft.amountCents > 0,
  invoice_date: (draft) => isCalendarDate(draft.invoiceDate),
  from_city: (draft) => isFilled(draft.from.city),
  from_state: (draft) => isState(draft.from.state),
  to_city: (draft) => isFilled(draft.to.city),
  to_state: (draft) => isState(draft.to.state),
  weight: (draft) => isOptionalAmount(draft.weightPounds),
  miles: (draft) => isOptionalAmount(draft.miles),
} satisfies Record<DraftProblem, (draft: InvoiceDraft) => boolean>;

/** The fields of a draft that OTR would refuse (OTR §5.1), in the order of its form; empty when it may be sent. */
export function draftProblems(draft: InvoiceDraft): DraftProblem[] {
  return Object.entries(checks).flatMap(([problem, passes]) =>
    isProblem(problem) && !passes(draft) ? [problem] : [],
  );
}

function isProblem(name: string): name is DraftProblem {
  return Object.hasOwn(checks, name);
}

function isFilled(text: string): boolean {
  return text.trim() !== "";
}

function isState(text: string): boolean {
  return /^\s*[A-Za-z]{2}\s*$/.test(text);
}

function isCalendarDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isOptionalAmount(value: number | undefined): boolean {
  return value === undefined || (Number.isFinite(value) && value >= 0 && value < 1e9);
}
