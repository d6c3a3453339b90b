import { inCompany } from "#db/client.ts";
import { insertLoads, type NewLoad } from "#db/queries/load-inserts.ts";
import { documents } from "#db/schema/index.ts";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import { type CustomerId, type LoadId, newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type Whose = { scope: CompanyScope; subsidiaryId: SubsidiaryId; customerId: CustomerId };

type Values = Partial<NewLoad> & { documents?: readonly DocumentKind[] };

let serial = 10_400 + Math.floor(Math.random() * 1e6);

/** What a person would enter of a load: the lane, the dates and a line haul of $1,850.00. */
export function loadFields({ subsidiaryId, customerId }: Omit<Whose, "scope">) {
  return {
    loadNumber: `SH${++serial}`,
    subsidiaryId,
    customerId,
    poNumber: `PLL-${serial}`,
    originCity: "Joliet",
    originState: "IL",
    destinationCity: "Toledo",
    destinationState: "OH",
    pickupOn: "2026-10-10",
    deliveredOn: "2026-10-11",
    weightLb: 42_000,
    miles: 240,
    lines: [{ kind: "line_haul" as const, description: "", cents: 185_000 }],
  };
}

/** A load of the desk, Open unless told otherwise, with documents of the given kinds (rows only, no bytes). */
export async function aLoad(
  { scope, ...whose }: Whose,
  { documents: kinds = [], ...values }: Values = {},
): Promise<LoadId> {
  const id = newId("load");
  await inCompany(scope, async (tx) => {
    await insertLoads(tx, scope, [
      {
        ...loadFields(whose),
        status: "open",
        createdBy: newId("user"),
        createdAt: new Date("2026-10-09T14:00:00Z"),
        requestKey: null,
        reason: null,
        ...values,
        id,
      },
    ]);
    if (kinds.length > 0) await tx.insert(documents).values(kinds.map((kind) => aPaper(scope, id, kind)));
  });
  return id;
}

function aPaper({ companyId }: CompanyScope, loadId: LoadId, kind: DocumentKind) {
  return {
    companyId,
    id: newId("document"),
    loadId,
    kind,
    fileName: `${kind}.pdf`,
    contentType: "application/pdf",
    byteSize: 1_024,
    sha256: "0".repeat(64),
  };
}
