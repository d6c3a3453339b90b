import { z } from "zod";
import { type InvoiceId, idSchema } from "#server/kernel/ids.ts";
import type { InvoiceBlocker } from "./rules/invoice-blockers.ts";

export const invoiceLoadInput = z.object({
  loadId: idSchema("load"),
  /** Where the subsidiary's numbers begin; used for its first invoice only. */
  firstNumber: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,9}$/, "An invoice number has up to 10 digits and doesn't begin with 0.")
    .optional(),
});

export type InvoiceLoad = z.output<typeof invoiceLoadInput>;

/** A subsidiary without invoices needs its first number from a person; `problem` says why the one given won't do. */
export type NumberWanted = { subsidiaryName: string; suggestion: string; problem: string | null };

/** What came of Invoice Load; a load that has its invoice already gives that one again. */
export type InvoiceLoadResult =
  | { kind: "invoiced"; invoiceId: InvoiceId; invoiceNumber: string }
  | { kind: "number_wanted"; wanted: NumberWanted }
  | { kind: "refused"; blockers: InvoiceBlocker[] };
