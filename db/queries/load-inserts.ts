import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, loadLines, loadStatusChanges, loads, subsidiaries } from "#db/schema/index.ts";
import {
  type CustomerId,
  idFromUuid,
  type LoadId,
  newId,
  type SubsidiaryId,
  type UserId,
} from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LoadFields } from "#server/loads/rules/load-fields.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { insertMany } from "./insert-many.ts";

/** A load to be added, with its charges. `reason` is what its history says of its beginning. */
export type NewLoad = LoadFields & {
  id: LoadId;
  status: LoadStatus;
  createdBy: UserId;
  createdAt: Date;
  requestKey: string | null;
  reason: string | null;
};

// Keeps one statement's JSON at a few hundred kilobytes.
const LOADS_PER_INSERT = 1_000;

/**
 * Adds loads with their charges and the first line of their history: three statements per thousand loads. A load whose
 * number or request key the company has already is left out, as is a second one of that number in `rows`; the ids
 * that were added are returned. The total of a load is the sum of its charges. Customers and subsidiaries must be
 * the company's own (`findParties`). Audit, notice and credit checks are the caller's.
 */
export async function insertLoads(tx: Tx, scope: CompanyScope, rows: NewLoad[]): Promise<Set<LoadId>> {
  const added = new Set<LoadId>();
  for (let start = 0; start < rows.length; start += LOADS_PER_INSERT) {
    const chunk = rows.slice(start, start + LOADS_PER_INSERT);
    const values = chunk.map((row) => ({ ...loadColumns(row), companyId: scope.companyId }));
    const kept = await insertMany(tx, loads, values, { skipsTaken: true });
    for (const uuid of kept) added.add(idFromUuid("load", uuid));
    const inserted = chunk.filter(({ id }) => added.has(id));
    await insertFirstChanges(tx, scope, inserted);
    await insertLoadLines(
      tx,
      scope,
      inserted.map(({ id, lines }) => ({ loadId: id, lines })),
    );
  }
  return added;
}

type Charges = { loadId: LoadId; lines: LoadFields["lines"] };

/** Adds the charges of loads in the order given. */
export async function insertLoadLines(tx: Tx, scope: CompanyScope, charges: Charges[]): Promise<void> {
  const rows = charges.flatMap(({ loadId, lines }) =>
    lines.map(({ kind, description, cents }, index) => ({
      companyId: scope.companyId,
      id: newId("line"),
      loadId,
      position: index + 1,
      kind,
      description,
      amountCents: cents,
    })),
  );
  await insertMany(tx, loadLines, rows);
}

type Parties = { customerIds: Set<CustomerId>; subsidiaryIds: Set<SubsidiaryId> };

/** Which of these customers and subsidiaries the company has. */
export async function findParties(
  tx: Tx,
  scope: CompanyScope,
  wanted: { customerIds: CustomerId[]; subsidiaryIds: SubsidiaryId[] },
): Promise<Parties> {
  const [foundCustomers, foundSubsidiaries] = await Promise.all([
    tx
      .select({ id: customers.id })
      .from(customers)
      .where(and(eq(customers.companyId, scope.companyId), inArray(customers.id, wanted.customerIds))),
    tx
      .select({ id: subsidiaries.id })
      .from(subsidiaries)
      .where(
        and(eq(subsidiaries.companyId, scope.companyId), inArray(subsidiaries.id, wanted.subsidiaryIds)),
      ),
  ]);
  return {
    customerIds: new Set(foundCustomers.map(({ id }) => id)),
    subsidiaryIds: new Set(foundSubsidiaries.map(({ id }) => id)),
  };
}

/** The load that a request has made before; undefined for a new one. */
export async function findLoadByRequest(
  tx: Tx,
  scope: CompanyScope,
  requestKey: string,
): Promise<LoadId | undefined> {
  const [row] = await tx
    .select({ id: loads.id })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.requestKey, requestKey)));
  return row?.id;
}

function loadColumns({ lines, reason, ...load }: NewLoad) {
  const total = sumCents(lines.map(({ cents }) => cents));
  return { ...load, totalCents: total, statusChangedAt: load.createdAt };
}

async function insertFirstChanges(tx: Tx, scope: CompanyScope, rows: NewLoad[]): Promise<void> {
  await insertMany(
    tx,
    loadStatusChanges,
    rows.map(({ id, status, createdBy, createdAt, reason }) => ({
      companyId: scope.companyId,
      id: newId("change"),
      loadId: id,
      toStatus: status,
      changedBy: createdBy,
      reason,
      changedAt: createdAt,
    })),
  );
}
