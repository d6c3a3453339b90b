import type { InvoiceStatusReply } from "#server/otr/api-types.ts";
import { settleInvoice } from "../automatic-mode.ts";
import type { Call } from "../call.ts";
import { empty, invalidRequest, json, serviceError } from "../replies.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Invoice, Login, Reply } from "../sandbox-types.ts";

/** Reads an invoice by its key; unless reads are scoped, any carrier's, as production was reported to (OTR §6.2). */
export function answerReadInvoice(call: Call, sandbox: Sandbox, login: Login | undefined): Reply {
  const wanted = call.url.searchParams.get("invoicePkeys");
  if (!wanted) return invalidRequest;
  const pkeys = wanted.split(",");
  const { commaListRead } = sandbox.data.choices;
  if ((pkeys.length > 1 && !commaListRead) || !pkeys.every((pkey) => /^\d+$/.test(pkey)))
    return invalidRequest;
  const found = pkeys.flatMap((pkey) => visibleInvoice(Number(pkey), sandbox, login) ?? []);
  if (pkeys.length > 1)
    return json(
      200,
      found.map((invoice) => replyOf(invoice, sandbox)),
    );
  const [invoice] = found;
  return invoice ? json(200, replyOf(invoice, sandbox)) : unknownKey(sandbox);
}

function visibleInvoice(pkey: number, sandbox: Sandbox, login: Login | undefined): Invoice | undefined {
  const invoice = sandbox.data.invoices.get(pkey);
  if (!invoice) return undefined;
  if (sandbox.data.choices.scopedReads && !login?.usdotNumbers.includes(invoice.clientDot)) return undefined;
  settleInvoice(invoice, sandbox);
  return invoice;
}

function unknownKey({ data }: Sandbox): Reply {
  if (data.choices.unknownRead === 204) return empty(204);
  return data.choices.unknownRead === 404 ? serviceError(404, "Invoice not found") : json(200, []);
}

function replyOf(invoice: Invoice, { data }: Sandbox): unknown {
  const { from, to } = invoice;
  const items = {
    Description: `Ln:  ${from.city},${from.state} To  ${to.city},${to.state}`,
    UnitPrice: invoice.amount,
  };
  const reply = {
    InvoiceNo: invoice.invoiceNo,
    InvoiceItems: items,
    ModifiedDate: new Date(invoice.modifiedAt).toISOString().slice(0, -2),
    Status: invoice.status,
  } satisfies InvoiceStatusReply;
  return data.choices.invoiceItems === "array" ? { ...reply, InvoiceItems: [items] } : reply;
}
