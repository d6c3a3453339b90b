import type { Tx } from "#db/client.ts";
import { documents, invoices, loadLines, loadStatusChanges, loads } from "#db/schema/index.ts";
import type { LoadId, UserId } from "#server/kernel/ids.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { type Cast, infoAt, personOf, subsidiaryOf } from "../cast.ts";
import { idAt } from "../id-at.ts";
import { invoiceSnapshot } from "../papers/invoice-snapshot.ts";
import type { Paper } from "../papers/make-papers.ts";
import { laneOf } from "../plan/lane-of.ts";
import type { LoadPlan, Step } from "../plan/plan-types.ts";
import { insertMany } from "./insert-many.ts";

export type PapersByLoad = ReadonlyMap<LoadId, readonly Paper[]>;

/** Writes loads with their lines, history, documents and invoices. */
export async function writeLoads(
  tx: Tx,
  cast: Cast,
  plans: readonly LoadPlan[],
  papers: PapersByLoad,
): Promise<void> {
  const papersOf = (load: LoadPlan) => papers.get(load.id) ?? [];
  await insertMany(
    tx,
    loads,
    plans.map((load) => loadRow(cast, load)),
  );
  await insertMany(
    tx,
    loadLines,
    plans.flatMap((load) => lineRows(cast, load)),
  );
  await insertMany(
    tx,
    loadStatusChanges,
    plans.flatMap((load) => changeRows(cast, load)),
  );
  await insertMany(
    tx,
    documents,
    plans.flatMap((load) => papersOf(load).map((paper) => documentRow(cast, load, paper))),
  );
  await insertMany(
    tx,
    invoices,
    plans.flatMap((load) => invoiceRow(cast, load, papersOf(load)) ?? []),
  );
}

function loadRow(cast: Cast, load: LoadPlan) {
  const { loadNumber, poNumber, weightLb, totalCents, pickupOn, deliveredOn } = load;
  const first = load.steps[0];
  const last = load.steps.at(-1);
  if (!first || !last) throw new Error("a load has a status");
  return {
    companyId: cast.scope.companyId,
    id: load.id,
    subsidiaryId: subsidiaryOf(cast, load.subsidiary).id,
    customerId: load.customer.id,
    ...{ loadNumber, poNumber, weightLb, totalCents, pickupOn, deliveredOn },
    ...laneOf(load),
    status: last.status,
    statusChangedAt: last.at,
    createdBy: worker(cast, "open"),
    createdAt: first.at,
  };
}

function lineRows(cast: Cast, load: LoadPlan) {
  const made = load.steps[0]?.at ?? cast.since;
  return load.lines.map((line, position) => ({
    ...line,
    companyId: cast.scope.companyId,
    id: idAt("line", made),
    loadId: load.id,
    position,
  }));
}

function changeRows(cast: Cast, load: LoadPlan) {
  return load.steps.map((step: Step, index) => ({
    companyId: cast.scope.companyId,
    id: idAt("change", step.at),
    loadId: load.id,
    fromStatus: load.steps[index - 1]?.status ?? null,
    toStatus: step.status,
    changedBy: worker(cast, step.status),
    reason: REASONS[step.status] ?? null,
    changedAt: step.at,
  }));
}

const REASONS: Readonly<Partial<Record<LoadStatus, string>>> = {
  tonu: "Shipper had no freight for the truck",
  cancelled: "Cancelled by the customer",
};

/** Who moves loads on: dispatch up to delivery, billing to the queue, factoring by itself. */
function worker(cast: Cast, status: LoadStatus): UserId | null {
  if (status === "invoiced" || status === "financed") return null;
  const inOffice = status === "released" || status === "queued" || status === "completed";
  const key = inOffice ? "biller" : "dispatcher";
  return personOf(cast, key in cast.people ? key : "owner");
}

function documentRow(cast: Cast, load: LoadPlan, paper: Paper) {
  const createdBy = worker(cast, paper.kind === "rate_confirmation" ? "open" : "released");
  return { ...paper, companyId: cast.scope.companyId, loadId: load.id, createdBy };
}

function invoiceRow(cast: Cast, load: LoadPlan, papers: readonly Paper[]) {
  const { invoice } = load;
  if (!invoice) return undefined;
  const paperId = (kind: Paper["kind"]) => papers.find((paper) => paper.kind === kind)?.id ?? null;
  const carrier = subsidiaryOf(cast, load.subsidiary);
  return {
    companyId: cast.scope.companyId,
    id: invoice.id,
    loadId: load.id,
    invoiceNumber: invoice.number,
    invoiceDate: invoice.date,
    amountCents: load.totalCents,
    snapshot: invoiceSnapshot(cast, load, invoice.at),
    noticeOfAssignmentId: infoAt(carrier, "notice_of_assignment", invoice.at)?.id ?? null,
    documentId: paperId("invoice"),
    packetDocumentId: paperId("packet"),
    createdBy: worker(cast, "queued"),
    createdAt: invoice.at,
  };
}
