import type { Document, Invoice } from "../sandbox-types.ts";
import { type Html, html } from "./html.ts";

const statusNames: Record<string, string> = {
  1: "Pending",
  2: "Advance issued",
  3: "Approved",
  4: "Dead",
  5: "Addendum",
  6: "Current client request",
  7: "Duplicate",
  8: "OTR followup",
  9: "Advance pending",
  99: "Process blocked",
};

const tones: Record<string, string> = {
  3: "done",
  4: "refused",
  7: "refused",
  5: "attention",
  6: "attention",
  8: "attention",
  99: "refused",
};

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** One invoice: what arrived, what became of it, and the factor's possible answers. */
export function invoiceRow(invoice: Invoice & { documents: Document[] }): Html {
  const { invoiceNo, pkey, status } = invoice;
  return html`<tr>
    <th scope="row" data-label="Invoice">${invoiceNo}</th>
    <td data-label="PO">${invoice.poNumber}</td>
    <td data-label="Broker">${invoice.brokerName} <small>MC ${invoice.brokerMc}</small></td>
    <td data-label="Amount" class="number">${dollars.format(invoice.amount)}</td>
    <td data-label="USDOT">${invoice.clientDot}</td>
    <td data-label="Status"><span class="chip ${tones[status] ?? "plain"}">${status} · ${statusNames[status] ?? "unknown code"}</span></td>
    <td data-label="Documents">${documentLinks(invoice.documents)}</td>
    <td class="actions"><div>
      ${answerButton(pkey, 3, "Approve", invoiceNo)} ${answerButton(pkey, 6, "Ask for document", invoiceNo)}
      ${answerButton(pkey, 4, "Reject", invoiceNo)}
      <form data-operation="set-status" data-pkey="${pkey}">
        <input name="status" inputmode="numeric" aria-label="Any status code for invoice ${invoiceNo}" placeholder="code" size="4" required />
        <button>Set</button>
      </form>
    </div></td>
  </tr>`;
}

function documentLinks(documents: Document[]): Html {
  if (documents.length === 0) return html`<small>none</small>`;
  return html`${documents.map(
    ({ id, fileName, size, sha256 }) =>
      html`<span class="document"><a href="/documents/${id}">${fileName}</a> <small title="SHA-256 ${sha256}">${Math.ceil(size / 1024)} kB · ${sha256.slice(0, 8)}</small></span>`,
  )}`;
}

function answerButton(pkey: number, status: number, label: string, invoiceNo: string): Html {
  const input = JSON.stringify({ pkey, status });
  return html`<button data-operation="set-status" data-input="${input}" aria-label="${label}: invoice ${invoiceNo}">${label}</button>`;
}
