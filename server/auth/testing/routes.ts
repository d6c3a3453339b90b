import { GET as auditCsv } from "#app/api/audit/route.ts";
import { POST as switchCompany } from "#app/api/companies/[companyId]/session/route.ts";
import { GET as document } from "#app/api/documents/[documentId]/route.ts";
import { GET as badRows } from "#app/api/imports/[importId]/bad-rows/route.ts";
import { POST as uploadCsv } from "#app/api/imports/route.ts";
import { GET as importTemplate } from "#app/api/imports/template/route.ts";
import { POST as upload } from "#app/api/loads/[loadId]/documents/route.ts";
import { GET as batchCsv } from "#app/api/reports/factoring/[batchId]/route.ts";
import { GET as reportCsv } from "#app/api/reports/factoring/route.ts";
import type { Gate } from "#server/auth/rules/permissions.ts";
import type { World } from "#server/trpc/testing/world.ts";

type Ask = (headers: Headers, world: World) => Promise<Response>;

type Row =
  /** A route that checks for itself, and where that is tested. */
  | { open: string }
  /** A route behind a gate; `namesAnId` where its address holds an id. */
  | { gate: Gate; namesAnId: boolean; ask: Ask };

/** A PNG of one grey pixel. */
const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWPo6OgAAAM0AZmUse0HAAAAAElFTkSuQmCC",
  "base64",
);

const ADDRESS = "http://127.0.0.1:3000/api";

/** Every route handler, by its folder under app/api. A new one gets its row here. */
export const ROUTES: Readonly<Record<string, Row>> = {
  audit: {
    gate: "setup",
    namesAnId: false,
    ask: (headers) => auditCsv(new Request(`${ADDRESS}/audit`, { headers })),
  },
  "account-links": { open: "asks for a one-time token: server/users/invitations.test.ts" },
  "auth/[...nextauth]": { open: "signs people in" },
  "companies/[companyId]/session": {
    gate: "signed_in",
    namesAnId: true,
    ask: (headers, { companyId }) =>
      switchCompany(new Request(`${ADDRESS}/companies/${companyId}/session`, { method: "POST", headers }), {
        params: Promise.resolve({ companyId }),
      }),
  },
  "documents/[documentId]": {
    gate: "signed_in",
    namesAnId: true,
    ask: (headers, { documentId }) =>
      document(new Request(`${ADDRESS}/documents/${documentId}`, { headers }), {
        params: Promise.resolve({ documentId }),
      }),
  },
  health: { open: "tells only whether the app serves" },
  imports: {
    gate: "signed_in",
    namesAnId: false,
    ask: (headers) =>
      uploadCsv(
        new Request(`${ADDRESS}/imports?kind=customers&name=brokers.csv`, {
          method: "POST",
          headers,
          body: "Name\nCedar Fork Paper Mill\n",
        }),
        { params: Promise.resolve({}) },
      ),
  },
  "imports/[importId]/bad-rows": {
    gate: "signed_in",
    namesAnId: true,
    ask: (headers, { importId }) =>
      badRows(new Request(`${ADDRESS}/imports/${importId}/bad-rows`, { headers }), {
        params: Promise.resolve({ importId }),
      }),
  },
  "imports/template": {
    gate: "signed_in",
    namesAnId: false,
    ask: (headers) => importTemplate(new Request(`${ADDRESS}/imports/template?kind=loads`, { headers })),
  },
  inngest: { open: "checks the signature of Inngest" },
  "loads/[loadId]/documents": {
    gate: "signed_in",
    namesAnId: true,
    ask: (headers, { loadId }) =>
      upload(
        new Request(`${ADDRESS}/loads/${loadId}/documents?kind=proof_of_delivery&name=POD.png`, {
          method: "POST",
          headers,
          body: onePixel,
        }),
        { params: Promise.resolve({ loadId }) },
      ),
  },
  "reports/factoring": {
    gate: "billing",
    namesAnId: false,
    ask: (headers) => reportCsv(new Request(`${ADDRESS}/reports/factoring`, { headers })),
  },
  "reports/factoring/[batchId]": {
    gate: "billing",
    namesAnId: true,
    ask: (headers, { batchId }) =>
      batchCsv(new Request(`${ADDRESS}/reports/factoring/${batchId}`, { headers }), {
        params: Promise.resolve({ batchId }),
      }),
  },
  "trpc/[trpc]": { open: "each procedure has a gate of its own" },
};
