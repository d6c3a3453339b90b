import type { CreateInvoiceReply } from "#server/otr/api-types.ts";
import { type Call, jsonBody } from "../call.ts";
import { empty, invalidRequest, json, notAuthorized } from "../replies.ts";
import type { Sandbox } from "../sandbox.ts";
import { numberKey } from "../sandbox-events.ts";
import type { Broker, Invoice, Login, Reply } from "../sandbox-types.ts";
import { type CreateFields, isCreateBody } from "./validate-create.ts";

/** Creates one invoice, with the checks in the order of OTR §12.4. */
export function answerCreateInvoice(call: Call, sandbox: Sandbox, login: Login | undefined): Reply {
  const body = jsonBody(call);
  if (!body || !isCreateBody(body)) return invalidRequest;
  if (!login?.usdotNumbers.includes(body.ClientDOT)) return notAuthorized;
  const broker = sandbox.data.brokers.get(String(body.BrokerMC));
  if (!broker) return empty(204);
  if (broker.noBuy && sandbox.data.choices.noBuyCreate === 402) return notApproved(broker);
  const existing = existingInvoice(body, sandbox);
  if (existing) return json(409, replyOf(existing));
  const invoice = invoiceFrom(body, broker, login, sandbox);
  sandbox.record({ type: "invoice_created", invoice });
  return json(201, replyOf(invoice));
}

function existingInvoice(body: CreateFields, { data }: Sandbox): Invoice | undefined {
  const byNumber = data.pkeyByNumber.get(numberKey(body.ClientDOT, body.InvoiceNo));
  const byPo = data.pkeyByPo.get(numberKey(body.ClientDOT, body.PoNumber));
  const pkey = byNumber ?? (data.choices.samePoNumber === "conflict" ? byPo : undefined);
  return pkey === undefined ? undefined : data.invoices.get(pkey);
}

function invoiceFrom(body: CreateFields, broker: Broker, login: Login, sandbox: Sandbox): Invoice {
  const now = sandbox.now();
  return {
    pkey: sandbox.data.nextPkey,
    username: login.username,
    clientDot: body.ClientDOT,
    clientName: login.clientName,
    invoiceNo: body.InvoiceNo,
    poNumber: body.PoNumber,
    brokerMc: broker.mc,
    brokerName: broker.name,
    amount: body.InvoiceAmount,
    invoiceDate: body.InvoiceDate,
    from: { city: body.FromCity, state: body.FromState },
    to: { city: body.ToCity, state: body.ToState },
    status: 1,
    createdAt: now,
    modifiedAt: now,
  };
}

function replyOf(invoice: Invoice): CreateInvoiceReply {
  return {
    IsDuplicate: false,
    Message: null,
    invoicePkey: invoice.pkey,
    invoiceNo: invoice.invoiceNo,
    poNumber: invoice.poNumber,
    clientName: invoice.clientName,
    invoiceExists: true,
    brokerName: invoice.brokerName.toUpperCase(),
  };
}

function notApproved(broker: Broker): Reply {
  return json(402, { message: `Broker ${broker.name} is not approved for purchase.` });
}
