import { randomUUID } from "node:crypto";
import type { Gate } from "#server/auth/rules/permissions.ts";
import type { World } from "./world.ts";

/** An input whose ids are `their` company's; `mine` is the caller's own, for the ids beside them. */
type ForeignInput = (their: World, mine: World) => unknown;

type Row = {
  gate: Gate;
  /** Inputs that must answer not_found when their ids are another company's, and exactly as for ids of nothing. */
  notFound?: readonly ForeignInput[];
  /** Inputs that find nothing instead (filters): the answer must be exactly that for ids of nothing. */
  findsNothing?: readonly ForeignInput[];
};

const ofSubsidiary: ForeignInput = ({ subsidiaryId }) => ({ subsidiaryId });
const ofUser: ForeignInput = ({ userId }) => ({ userId });
const ofInvitation: ForeignInput = ({ invitationId }) => ({ linkId: invitationId });
const ofImport: ForeignInput = ({ importId }) => ({ importId });
const ofBatch: ForeignInput = ({ batchId }) => ({ batchId });
const ofBatchInvoice: ForeignInput = ({ batchInvoiceId }) => ({ batchInvoiceId });
const customerChange: ForeignInput = ({ customerId }) => ({
  customerId,
  name: "Prairie Lantern Logistics",
  kind: "broker",
  mcNumber: "412907",
  street: "",
  city: "Joliet",
  state: "IL",
  zip: "",
});

const subsidiaryChange: ForeignInput = ({ subsidiaryId }) => ({
  subsidiaryId,
  name: "North River Transport LLC",
  street: "",
  city: "",
  state: "",
  zip: "",
  usdotNumber: "2290417",
  mcNumber: "",
  timeZone: "America/Chicago",
});

const loadEntry = (parties: Pick<World, "customerId" | "subsidiaryId">) => ({
  ...parties,
  loadNumber: randomUUID().slice(0, 30),
  poNumber: "PLL-7",
  originCity: "Joliet",
  originState: "IL",
  destinationCity: "Toledo",
  destinationState: "OH",
  pickupOn: "2026-11-20",
  deliveredOn: "",
  weightLb: "42,000",
  miles: "240",
  lines: [{ kind: "line_haul", description: "", amount: "1,850.00" }],
});

const newLoad = (parties: Pick<World, "customerId" | "subsidiaryId">) => ({
  ...loadEntry(parties),
  requestKey: randomUUID(),
});

/**
 * Every procedure with its gate. A new one gets its row here, and where its input names an id, an input with
 * another company's id.
 */
export const PROCEDURES: Readonly<Record<string, Row>> = {
  "companyProfile.generalInfo": { gate: "setup" },
  "companyProfile.infoHistory": {
    gate: "setup",
    notFound: [({ subsidiaryId }) => ({ subsidiaryId, kind: "notice_of_assignment" })],
  },
  "companyProfile.saveInfo": {
    gate: "setup",
    notFound: [
      ({ subsidiaryId }) => ({
        kind: "notice_of_assignment",
        body: "Pay OTR Solutions only.",
        targets: [{ subsidiaryId, expectedVersion: 0 }],
      }),
    ],
  },
  "companyProfile.updateCompany": { gate: "setup" },
  "audit.list": {
    gate: "setup",
    findsNothing: [
      ({ userId }) => ({ person: userId }),
      ({ loadId }) => ({ about: loadId }),
      ({ auditEntryId }) => ({ cursor: auditEntryId, about: "NO-SUCH-THING" }),
    ],
  },
  "audit.get": { gate: "setup", notFound: [({ auditEntryId }) => ({ entryId: auditEntryId })] },
  "audit.people": { gate: "setup" },
  "credit.get": {
    gate: "signed_in",
    notFound: [
      ({ customerId }) => ({ customerId }),
      ({ customerId }, { subsidiaryId }) => ({ customerId, subsidiaryId }),
      ({ subsidiaryId }, { customerId }) => ({ customerId, subsidiaryId }),
    ],
  },
  "credit.history": { gate: "signed_in", notFound: [({ customerId }) => ({ customerId })] },
  "credit.refresh": {
    gate: "signed_in",
    notFound: [
      ({ customerId }) => ({ customerId }),
      ({ subsidiaryId }, { customerId }) => ({ customerId, subsidiaryId }),
    ],
  },
  "account.get": { gate: "signed_in" },
  "account.sessions": { gate: "signed_in" },
  "account.rename": { gate: "signed_in" },
  "account.changePassword": { gate: "signed_in" },
  "account.endSession": { gate: "signed_in", findsNothing: [({ sessionId }) => ({ sessionId })] },
  "account.endOtherSessions": { gate: "signed_in" },
  "customers.list": { gate: "signed_in" },
  "customers.get": { gate: "signed_in", notFound: [({ customerId }) => ({ customerId })] },
  "customers.newSubsidiaries": { gate: "signed_in" },
  "customers.create": {
    gate: "signed_in",
    notFound: [
      ({ subsidiaryId }) => ({
        ...{ name: `Customer of ${subsidiaryId}`, kind: "broker", mcNumber: "", sameMcIsFine: false },
        ...{ street: "", city: "", state: "", zip: "" },
        methods: [{ subsidiaryId, method: "factoring" }],
      }),
    ],
  },
  "customers.update": { gate: "signed_in", notFound: [customerChange] },
  "customers.setInvoicingMethod": {
    gate: "signed_in",
    notFound: [
      ({ customerId }, { subsidiaryId }) => ({ customerId, subsidiaryId, method: "factoring" }),
      ({ subsidiaryId }, { customerId }) => ({ customerId, subsidiaryId, method: "factoring" }),
    ],
  },
  "documents.ofLoad": { gate: "signed_in", notFound: [({ loadId }) => ({ loadId })] },
  "documents.setKind": {
    gate: "signed_in",
    notFound: [({ documentId }) => ({ documentId, kind: "proof_of_delivery" })],
  },
  "documents.retire": { gate: "signed_in", notFound: [({ documentId }) => ({ documentId })] },
  "documents.restore": { gate: "signed_in", notFound: [({ documentId }) => ({ documentId })] },
  "documents.invoiceLoad": { gate: "signed_in", notFound: [({ loadId }) => ({ loadId })] },
  "documents.invoiceAndMerge": { gate: "signed_in", notFound: [({ loadId }) => ({ loadId })] },
  "documents.merge": {
    gate: "signed_in",
    notFound: [({ loadId }) => ({ loadId, documentIds: [] })],
    findsNothing: [({ documentId }, { loadId }) => ({ loadId, documentIds: [documentId] })],
  },
  "factoring.queue": {
    gate: "billing",
    findsNothing: [
      ofSubsidiary,
      ({ loadId }, mine) => ({ subsidiaryId: mine.subsidiaryId, cursor: { key: "2026-10-01", loadId } }),
    ],
  },
  "factoring.queueTotal": { gate: "billing", findsNothing: [ofSubsidiary] },
  "factoring.queueSelection": { gate: "billing", findsNothing: [ofSubsidiary] },
  "factoring.hasNotReady": { gate: "billing", findsNothing: [ofSubsidiary] },
  "factoring.notReady": { gate: "billing", findsNothing: [ofSubsidiary] },
  "factoring.needsYou": { gate: "billing", findsNothing: [ofSubsidiary] },
  "factoring.blockers": { gate: "billing", notFound: [ofSubsidiary] },
  "factoring.runningBatches": { gate: "billing", findsNothing: [ofSubsidiary] },
  "factoring.batchProgress": { gate: "billing", findsNothing: [ofBatch] },
  "factoring.findBatches": { gate: "billing" },
  "factoring.submitBatch": {
    gate: "billing",
    notFound: [
      ({ subsidiaryId }, { loadId }) => ({ subsidiaryId, loadIds: [loadId], requestKey: randomUUID() }),
    ],
    findsNothing: [
      ({ loadId }, { subsidiaryId }) => ({ subsidiaryId, loadIds: [loadId], requestKey: randomUUID() }),
    ],
  },
  "factoring.retryInvoice": { gate: "billing", notFound: [ofBatchInvoice] },
  "imports.list": { gate: "signed_in", findsNothing: [({ importId }) => ({ cursor: importId })] },
  "imports.get": { gate: "signed_in", notFound: [ofImport] },
  "imports.columnSamples": { gate: "signed_in", notFound: [ofImport] },
  "imports.changeKind": {
    gate: "signed_in",
    notFound: [({ importId }) => ({ importId, kind: "customers" })],
  },
  "imports.matchColumns": {
    gate: "signed_in",
    notFound: [({ importId }) => ({ importId, mapping: { name: { header: "Name" } } })],
  },
  "imports.check": { gate: "signed_in", notFound: [ofImport] },
  "imports.badRows": { gate: "signed_in", notFound: [ofImport] },
  "imports.start": { gate: "signed_in", notFound: [({ importId }) => ({ importId, mode: "good_rows" })] },
  "home.get": { gate: "signed_in" },
  "integrations.list": { gate: "setup" },
  "integrations.saveLogin": {
    gate: "setup",
    notFound: [({ subsidiaryId }) => ({ subsidiaryId, username: "someone", password: "something" })],
  },
  "integrations.disconnect": { gate: "setup", notFound: [ofSubsidiary] },
  "live.notices": { gate: "signed_in" },
  "loads.list": {
    gate: "signed_in",
    findsNothing: [
      ({ loadId }) => ({ cursor: loadId, search: "NO-SUCH-LOAD" }),
      ofSubsidiary,
      ({ customerId }) => ({ customerId, search: "L-" }),
    ],
  },
  "loads.selection": {
    gate: "signed_in",
    findsNothing: [ofSubsidiary, ({ customerId }) => ({ customerId, status: "queued" })],
  },
  "loads.get": { gate: "signed_in", notFound: [({ loadId }) => ({ loadId })] },
  "loads.nextNumber": { gate: "signed_in", findsNothing: [ofSubsidiary] },
  "loads.create": {
    gate: "signed_in",
    notFound: [
      ({ customerId }, { subsidiaryId }) => newLoad({ customerId, subsidiaryId }),
      ({ subsidiaryId }, { customerId }) => newLoad({ customerId, subsidiaryId }),
    ],
  },
  "loads.update": {
    gate: "signed_in",
    notFound: [
      ({ loadId }, { customerId, subsidiaryId }) => ({ loadId, ...loadEntry({ customerId, subsidiaryId }) }),
      ({ customerId }, { loadId, subsidiaryId }) => ({ loadId, ...loadEntry({ customerId, subsidiaryId }) }),
      ({ subsidiaryId }, { loadId, customerId }) => ({ loadId, ...loadEntry({ customerId, subsidiaryId }) }),
    ],
  },
  "loads.move": {
    gate: "signed_in",
    notFound: [({ loadId }) => ({ loadId, expected: "open", to: "dispatched" })],
  },
  "loads.revert": {
    gate: "signed_in",
    notFound: [({ loadId }) => ({ loadId, expected: "open", to: "open", reason: "" })],
  },
  "loads.previewRelease": { gate: "signed_in", findsNothing: [({ loadId }) => ({ loadIds: [loadId] })] },
  "loads.release": { gate: "signed_in", findsNothing: [({ loadId }) => ({ loadIds: [loadId] })] },
  "reports.overview": { gate: "billing" },
  "reports.listBatches": { gate: "billing", findsNothing: [ofSubsidiary] },
  "reports.getBatch": { gate: "billing", notFound: [ofBatch] },
  "reports.listBatchInvoices": { gate: "billing", notFound: [ofBatch] },
  "reports.getInvoiceHistory": { gate: "billing", notFound: [ofBatchInvoice] },
  "reports.startSync": { gate: "billing", notFound: [ofBatch] },
  "session.current": { gate: "signed_in" },
  "subsidiaries.list": { gate: "signed_in" },
  "subsidiaries.settings": { gate: "setup" },
  "subsidiaries.create": { gate: "setup" },
  "subsidiaries.update": { gate: "setup", notFound: [subsidiaryChange] },
  "users.list": { gate: "setup" },
  "users.invite": { gate: "setup" },
  "users.renewInvitation": { gate: "setup", notFound: [ofInvitation] },
  "users.withdrawInvitation": { gate: "setup", notFound: [ofInvitation] },
  "users.setRole": { gate: "setup", notFound: [({ userId }) => ({ userId, role: "support" })] },
  "users.setBilling": { gate: "setup", notFound: [({ userId }) => ({ userId, billing: true })] },
  "users.makeResetLink": { gate: "setup", notFound: [ofUser] },
  "users.deactivate": { gate: "setup", notFound: [ofUser] },
  "users.reactivate": { gate: "setup", notFound: [ofUser] },
};
