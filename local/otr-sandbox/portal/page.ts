import type { Control } from "../control/control.ts";
import { attention, type Html, html, raw } from "./html.ts";
import { invoiceRow } from "./invoice-row.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { switches } from "./switches.ts";

/** What the page shows. */
export type PageFacts = {
  summary: Awaited<ReturnType<Control["summary"]>>;
  invoices: Awaited<ReturnType<Control["listInvoices"]>>;
  search: string;
};

/** The factor's side of the desk, for people: invoices as they arrived, and what the factor does with them. */
export function renderPage(facts: PageFacts): string {
  const { summary, invoices, search } = facts;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>OTR sandbox</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <header>
          <h1>OTR sandbox</h1>
          <p>
            A stand-in for the factor. It holds ${summary.invoices} invoices and ${summary.documents} documents;
            nothing here reaches OTR Solutions.
          </p>
        </header>
        <p id="notice" role="status" aria-live="polite"></p>
        <main>
          ${switches(summary)}
          <form class="search" role="search">
            <label for="search">Find an invoice</label>
            <input id="search" name="search" value="${search}" placeholder="Number, PO or broker" />
            <button>Find</button>
          </form>
          ${invoices.length === 0 ? emptyState(search) : invoiceTable(invoices)} ${olderLink(facts)}
        </main>
        <script>${raw(script)}</script>
      </body>
    </html>`.text;
}

function invoiceTable(invoices: PageFacts["invoices"]): Html {
  return html`<table>
    <caption>
      Newest first. ${attention}
    </caption>
    <thead>
      <tr>
        <th scope="col">Invoice</th>
        <th scope="col">PO</th>
        <th scope="col">Broker</th>
        <th scope="col" class="number">Amount</th>
        <th scope="col">USDOT</th>
        <th scope="col">Status</th>
        <th scope="col">Documents</th>
        <th scope="col">Answer</th>
      </tr>
    </thead>
    <tbody>
      ${invoices.map(invoiceRow)}
    </tbody>
  </table>`;
}

function emptyState(search: string): Html {
  return search
    ? html`<p class="empty">No invoice matches “${search}”. <a href="/">Show all</a></p>`
    : html`<p class="empty">No invoices yet. They appear here as soon as a batch is submitted.</p>`;
}

function olderLink({ invoices, search }: PageFacts): Html {
  const last = invoices.at(-1);
  if (!last || invoices.length < 50) return html``;
  return html`<p><a href="/?${new URLSearchParams({ search, before: String(last.pkey) }).toString()}">Older invoices</a></p>`;
}
