import { inCompany, type Tx } from "#db/client.ts";
import {
  findInvoicedLoad,
  type InvoicedLoad,
  listTextsInForce,
  lockInvoiceNumbers,
} from "#db/queries/invoices.ts";
import { findCurrentInvoice, listLoadLines } from "#db/queries/load-details.ts";
import { lockLoads } from "#db/queries/loads.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { localDate } from "#server/kernel/local-time.ts";
import { noSuchLoad } from "#server/loads/no-such-load.ts";
import { composeInvoice } from "./compose-invoice.ts";
import { factsOfInvoice } from "./facts-of-invoice.ts";
import { nextInvoiceNumber } from "./next-invoice-number.ts";
import { invoiceBlockers } from "./rules/invoice-blockers.ts";
import type { InvoiceLoad, InvoiceLoadResult } from "./schemas.ts";
import { writeInvoice } from "./write-invoice.ts";

/**
 * Invoice Load (R19): gives a Released load its invoice, as a PDF among its documents. What the invoice says is kept
 * as it was then; later edits of customer, charges or texts don't change it (R4). Its number is the next of the
 * subsidiary (a person says where the first begins), and never one that was used before, even by an invoice that is void: OTR keys on the number, so a
 * second invoice under it would be taken for the first. Numbers may have gaps. Pressed twice, there is one invoice.
 * Throws not_found for another company's load.
 */
export function invoiceLoad(
  actor: Actor,
  { loadId, firstNumber }: InvoiceLoad,
  clock: Clock = systemClock,
): Promise<InvoiceLoadResult> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    await lockLoads(tx, scope, [loadId]);
    const found = await findInvoicedLoad(tx, scope, loadId);
    if (!found) throw noSuchLoad();
    const current = await findCurrentInvoice(tx, scope, loadId);
    if (current) return { kind: "invoiced", invoiceId: current.id, invoiceNumber: current.invoiceNumber };
    return makeInvoice(tx, actor, found, { firstNumber, now: clock() });
  });
}

async function makeInvoice(
  tx: Tx,
  actor: Actor,
  found: InvoicedLoad,
  { firstNumber, now }: { firstNumber: string | undefined; now: Date },
): Promise<InvoiceLoadResult> {
  const { scope, company } = actor;
  const { load, subsidiary } = found;
  const [lines, texts] = await Promise.all([
    listLoadLines(tx, scope, load.id),
    listTextsInForce(tx, scope, subsidiary.id),
  ]);
  const blockers = invoiceBlockers(factsOfInvoice(found, lines, texts), actor);
  if (blockers.length > 0) return { kind: "refused", blockers };

  await lockInvoiceNumbers(tx, scope);
  const invoiceNumber = await nextInvoiceNumber(tx, scope, { ...subsidiary, firstNumber });
  if (typeof invoiceNumber !== "string") return { kind: "number_wanted", wanted: invoiceNumber };
  const invoiceDate = localDate(now, company.timeZone);
  const print = composeInvoice(found, { lines, texts, invoiceNumber, invoiceDate });
  const notice = texts.find(({ kind }) => kind === "notice_of_assignment");
  const invoiceId = await writeInvoice(tx, actor, {
    loadId: load.id,
    print,
    noticeOfAssignmentId: print.noticeOfAssignment === "" ? null : (notice?.id ?? null),
    now,
  });
  return { kind: "invoiced", invoiceId, invoiceNumber };
}
