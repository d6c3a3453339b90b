import { createHash } from "node:crypto";
import type { Sandbox } from "./sandbox.ts";
import type { Invoice } from "./sandbox-types.ts";

const pending = 1;
const approved = 3;
const dead = 4;
const clientRequest = 6;

/**
 * Moves an invoice on by itself once automatic mode's time has passed since its last document. Worked out when
 * somebody looks, so nothing ticks and a restart loses nothing.
 */
export function settleInvoice(invoice: Invoice, sandbox: Sandbox): void {
  const { automatic, documents } = sandbox.data;
  const lastDocument = documents.get(invoice.pkey)?.at(-1);
  if (!automatic || !lastDocument || invoice.status !== pending) return;
  const at = lastDocument.receivedAt + automatic.seconds * 1000;
  if (sandbox.now() < at) return;
  const status = automatic.mixed ? mixedStatus(invoice.invoiceNo) : approved;
  sandbox.record({ type: "status_set", pkey: invoice.pkey, status, at });
}

/** Which end an invoice number meets in the mixed mode: one in ten waits for the carrier, one in twenty is dead. */
export function mixedStatus(invoiceNo: string): number {
  const draw = createHash("sha256").update(invoiceNo).digest().readUInt16BE(0) % 20;
  if (draw === 0) return dead;
  return draw <= 2 ? clientRequest : approved;
}
