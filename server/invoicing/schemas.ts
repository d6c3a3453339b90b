import { z } from "zod";
import { type InvoiceId, idSchema } from "#server/kernel/ids.ts";
import type { InvoiceBlocker } from "./rules/invoice-blockers.ts";

export const invoiceLoadInput = z.object({ loadId: idSchema("load") });

export type InvoiceLoad = z.output<typeof invoiceLoadInput>;

/** What came of Invoice Load; a load that has its invoice already gives that one again. */
export type InvoiceLoadResult =
  | { kind: "invoiced"; invoiceId: InvoiceId; invoiceNumber: string }
  | { kind: "refused"; blockers: InvoiceBlocker[] };
