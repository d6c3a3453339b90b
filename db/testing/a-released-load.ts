import { inCompany } from "#db/client.ts";
import { documents, importantInfoVersions, loadLines, loadStatusChanges, loads } from "#db/schema/index.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import { putFile } from "#server/documents/storage.ts";
import { aPhoto, kitPdf } from "#server/documents/testing/foreign-files.ts";
import {
  type CustomerId,
  type DocumentId,
  type LoadId,
  newId,
  type SubsidiaryId,
} from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { aCompany, type TestCompany } from "./a-company.ts";
import { aCustomer } from "./a-customer.ts";
import { aSubsidiary } from "./a-subsidiary.ts";

/** A company that invoices through the factor. */
export type InvoicingDesk = {
  company: TestCompany;
  scope: CompanyScope;
  member: Actor;
  subsidiaryId: SubsidiaryId;
  customerId: CustomerId;
};

/** A company with a subsidiary that has its texts, and a factoring broker with a full billing address. */
export async function anInvoicingDesk(): Promise<InvoicingDesk> {
  const company = await aCompany();
  const { scope, admin, member } = company;
  const subsidiaryId = await aSubsidiary(scope, { name: "Sample Hauling Inc", city: "Joliet", state: "IL" });
  const customerId = await aCustomer(scope, subsidiaryId, {
    name: "Prairie Lantern Logistics LLC",
    ...{ street: "400 W Market St", city: "Louisville", state: "KY", zip: "40202" },
  });
  await saveText(admin, subsidiaryId, "notice_of_assignment", "This invoice is assigned to OTR Solutions.");
  await saveText(admin, subsidiaryId, "remit_to", "OTR Solutions\nLockbox 417");
  return { company, scope, member, subsidiaryId, customerId };
}

/** A further version of a subsidiary's text. */
export async function saveText(
  { scope, userId }: Actor,
  subsidiaryId: SubsidiaryId,
  kind: typeof importantInfoVersions.$inferInsert.kind,
  body: string,
  version = 1,
): Promise<void> {
  const row = { companyId: scope.companyId, id: newId("info"), subsidiaryId, kind, version, body };
  await inCompany(scope, (tx) => tx.insert(importantInfoVersions).values({ ...row, createdBy: userId }));
}

export type ReleasedLoad = { loadId: LoadId; rateId: DocumentId; podId: DocumentId };

/** A Released load of $1,850.00 with a rate confirmation by another program and a photo of the POD. */
export async function aReleasedLoad(
  { scope, subsidiaryId, customerId }: InvoicingDesk,
  values: Partial<typeof loads.$inferInsert> = {},
): Promise<ReleasedLoad> {
  const { companyId } = scope;
  const loadId = newId("load");
  const rate = await aPaper(scope, loadId, "rate_confirmation", await kitPdf([`Rate ${loadId}`]));
  const pod = await aPaper(scope, loadId, "proof_of_delivery", await aPhoto({ width: 300, height: 400 }));
  const place = {
    originCity: "Joliet",
    originState: "IL",
    destinationCity: "Toledo",
    destinationState: "OH",
  };
  await inCompany(scope, async (tx) => {
    await tx.insert(loads).values({
      ...{ loadNumber: `SH${loadId.slice(-8)}`, poNumber: "PLL88213", status: "released", ...place },
      ...{ deliveredOn: "2026-10-11", totalCents: 185_000, ...values },
      ...{ companyId, id: loadId, subsidiaryId, customerId },
    });
    await tx.insert(loadLines).values([
      { companyId, id: newId("line"), loadId, position: 1, kind: "line_haul", amountCents: 165_000 },
      {
        ...{ companyId, id: newId("line"), loadId, position: 2, kind: "detention", amountCents: 20_000 },
        description: "2 h at delivery",
      },
    ]);
    await tx.insert(loadStatusChanges).values({
      ...{ companyId, id: newId("change"), loadId, fromStatus: "delivered", toStatus: "released" },
      changedAt: new Date("2026-10-11T20:00:00Z"),
    });
    await tx.insert(documents).values([rate, pod]);
  });
  return { loadId, rateId: rate.id, podId: pod.id };
}

async function aPaper(scope: CompanyScope, loadId: LoadId, kind: DocumentKind, bytes: Uint8Array) {
  const isPhoto = kind === "proof_of_delivery";
  return {
    ...(await putFile(scope, bytes)),
    ...{ companyId: scope.companyId, id: newId("document"), loadId, kind, pageCount: 1 },
    fileName: isPhoto ? "POD.jpg" : "Rate.pdf",
    contentType: isPhoto ? "image/jpeg" : "application/pdf",
    createdAt: new Date("2026-10-11T19:00:00Z"),
  };
}
