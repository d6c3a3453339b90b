import { formatCents } from "#server/kernel/money.ts";
import type { FailureReason } from "./failure-reasons.ts";

/** What the sentences speak of. `detail` is OTR's own words, masked; `atOtr` says that OTR holds the invoice. */
export type FailureFacts = {
  customerName: string;
  mcNumber: string | null;
  invoiceNumber: string;
  poNumber: string;
  amountCents: number;
  usdotNumber: string;
  detail: string | null;
  atOtr: boolean;
};

/** Where the failure is mended: the screen turns the kind into a link. */
export type FailureFix =
  | "customer_mc"
  | "customer"
  | "load"
  | "load_documents"
  | "integration"
  | "subsidiary"
  | "otr_portal"
  | "none";

/** What happened, what it means for the money, what to do. */
export type FailureSentence = { happened: string; money: string; todo: string; fix: FailureFix };

type Words = (facts: FailureFacts) => FailureSentence;

const notCreated = "The invoice was not created at OTR, and the load is still Queued.";
const waiting = ({ atOtr }: FailureFacts) =>
  atOtr
    ? "OTR has the invoice, but it will not pay before the document is there."
    : "The invoice was not sent, and the load is still Queued.";
const quote = ({ detail }: FailureFacts) => (detail ? ` OTR says: “${detail}”.` : "");

const SENTENCES = {
  mc_missing: (facts) => ({
    happened: `${facts.customerName} has no MC number, so OTR can't tell who is to pay.`,
    money: "The invoice was not sent, and the load is still Queued.",
    todo: `Enter the MC number on ${facts.customerName}, then retry.`,
    fix: "customer_mc",
  }),
  broker_unknown: (facts) => ({
    happened: `OTR doesn't know MC ${facts.mcNumber}.`,
    money: notCreated,
    todo: `Check the MC number on ${facts.customerName}, then retry.`,
    fix: "customer_mc",
  }),
  broker_not_approved: (facts) => ({
    happened: `OTR does not buy invoices on ${facts.customerName}.${quote(facts)}`,
    money: notCreated,
    todo: `Call OTR Solutions about this broker, or invoice ${facts.customerName} directly.`,
    fix: "customer",
  }),
  invalid_request: (facts) => ({
    happened: `OTR did not accept the invoice's data.${quote(facts)}`,
    money: notCreated,
    todo: "Check amount, invoice date, PO number and lane on the load, then retry.",
    fix: "load",
  }),
  login_not_enabled: (facts) => ({
    happened: `OTR accepts the login, but not for USDOT ${facts.usdotNumber}.${quote(facts)}`,
    money: waiting(facts),
    todo: `Ask OTR Solutions to enable USDOT ${facts.usdotNumber} for this login, or correct the number on the subsidiary and submit the load again.`,
    fix: "subsidiary",
  }),
  credentials_rejected: (facts) => ({
    happened: "OTR refused the username and password.",
    money: waiting(facts),
    todo: "Have the OTR login entered again under Integrations, then retry.",
    fix: "integration",
  }),
  otr_configuration: (facts) => ({
    happened: `OTR refused Lading's own access, not your login.${quote(facts)}`,
    money: waiting(facts),
    todo: "Tell whoever runs Lading for your company, then retry.",
    fix: "none",
  }),
  otr_unreachable: (facts) => ({
    happened: "OTR could not be reached, several times in a row.",
    money: waiting(facts),
    todo: "Retry when OTR is up again; nothing is sent twice.",
    fix: "none",
  }),
  conflict: (facts) => ({
    happened: `OTR already holds an invoice with number ${facts.invoiceNumber} or PO ${facts.poNumber}, and it is not this one.${quote(facts)}`,
    money: facts.atOtr
      ? "This invoice waits until the other one is cleared up."
      : "This invoice was not created, and the load is still Queued.",
    todo: "Look both numbers up in the OTR portal, correct the PO number on the load or ask OTR, then retry.",
    fix: "otr_portal",
  }),
  amount_differs: (facts) => ({
    happened: `OTR already holds invoice ${facts.invoiceNumber} with another amount than ${formatCents(facts.amountCents)}.${quote(facts)}`,
    money: "Nothing was attached to it, and the load is still Queued.",
    todo: "Settle the amount with OTR Solutions, then retry: it is read again first.",
    fix: "otr_portal",
  }),
  document_missing: () => ({
    happened: "The merged document is not in storage as it was promised.",
    money: "OTR has the invoice, but it will not pay before the document is there.",
    todo: "Merge the documents on the load again, then retry: only the document is sent.",
    fix: "load_documents",
  }),
  document_rejected: (facts) => ({
    happened: `OTR did not accept the document.${quote(facts)}`,
    money: "OTR has the invoice, but it will not pay before the document is there.",
    todo: "Merge the documents on the load again, then retry: only the document is sent.",
    fix: "load_documents",
  }),
  document_too_large: () => ({
    happened: "The merged document is larger than OTR takes.",
    money: "OTR has the invoice, but it will not pay before the document is there.",
    todo: "Replace the largest files with smaller scans, merge again, then retry: only the document is sent.",
    fix: "load_documents",
  }),
  document_unconfirmed: () => ({
    happened: "OTR did not confirm the document, twice. It may be attached.",
    money: "OTR has the invoice and pays once the document is there.",
    todo: "Retry to send the document again; a second copy does no harm.",
    fix: "none",
  }),
  integration_disconnected: (facts) => ({
    happened: "OTR Solutions was disconnected for this subsidiary before the invoice was through.",
    money: waiting(facts),
    todo: "Connect OTR Solutions again under Integrations, then retry.",
    fix: "integration",
  }),
  answer_lost: (facts) => ({
    happened: "OTR's answer was lost and could not be found out since.",
    money: `Invoice ${facts.invoiceNumber} may or may not be at OTR. It is kept from being sent twice.`,
    todo: `Look for invoice ${facts.invoiceNumber} in the OTR portal, then press Check again.`,
    fix: "otr_portal",
  }),
  stopped_unexpectedly: (facts) => ({
    happened: "The work on this invoice stopped for a reason of our own.",
    money: waiting(facts),
    todo: "Retry. If it stops again, tell whoever runs Lading for your company.",
    fix: "none",
  }),
} as const satisfies Record<FailureReason, Words>;

/** The words for one failed or unresolved invoice (R36). */
export function failureSentence(reason: FailureReason, facts: FailureFacts): FailureSentence {
  return SENTENCES[reason](facts);
}
