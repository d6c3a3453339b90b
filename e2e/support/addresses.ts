import type { PAGES } from "#server/auth/testing/pages.ts";
import type { ApiSession } from "./api.ts";

type Rows<Row> = { rows: Row[] };

const BROKERS = "Name,MC\nPrairie Lantern Logistics,412907\nCedar Fork Paper Mill,\n";

/** An address of every page in the demo company, by the page's folder under app as in `PAGES`. */
export async function addressesOfPages(owner: ApiSession): Promise<Record<keyof typeof PAGES, string>> {
  const customers = await owner.query<Rows<{ id: string }>>("customers.list", { search: null });
  const batches = await owner.query<Rows<{ id: string }>>("reports.listBatches", {});
  return {
    "(auth)/invitation/[token]": await invitation(owner),
    "(auth)/reset-password/[token]": await resetLink(owner),
    "(auth)/sign-in": "/sign-in",
    "(tms)": "/",
    "(tms)/accounting/factoring-upload": "/accounting/factoring-upload",
    "(tms)/account": "/account",
    "(tms)/customers": "/customers",
    "(tms)/customers/[customerId]": `/customers/${first(customers)}`,
    "(tms)/customers/new": "/customers/new",
    "(tms)/import": "/import",
    "(tms)/import/[importId]": `/import/${await anImport(owner)}`,
    "(tms)/loads": "/loads",
    "(tms)/loads/[loadId]": `/loads/${await aLoad(owner, "queued")}`,
    "(tms)/loads/new": "/loads/new",
    "(tms)/management/audit": "/management/audit",
    "(tms)/management/company-profile": "/management/company-profile",
    "(tms)/management/integrations": "/management/integrations",
    "(tms)/management/users": "/management/users",
    "(tms)/no-access": "/no-access?needs=billing",
    "(tms)/reports/factoring": "/reports/factoring",
    "(tms)/reports/factoring/[batchId]": `/reports/factoring/${first(batches)}`,
  };
}

/** The newest load in this state. */
export async function aLoad(session: ApiSession, status: string): Promise<string> {
  return first(await session.query<Rows<{ id: string }>>("loads.list", { status }));
}

function first({ rows: [row] }: Rows<{ id: string }>): string {
  if (!row) throw new Error("The demo company has no such row.");
  return row.id;
}

async function invitation(owner: ApiSession): Promise<string> {
  const email = `guest-${Date.now()}@sample-hauling.test`;
  const link = await owner.mutate<{ url: string }>("users.invite", {
    email,
    name: "Jo Guest",
    role: "member",
    billing: true,
  });
  return new URL(link.url).pathname;
}

async function resetLink(owner: ApiSession): Promise<string> {
  const { users } = await owner.query<{ users: { userId: string; email: string }[] }>("users.list");
  const userId = users.find(({ email }) => email.startsWith("dispatcher@"))?.userId;
  const link = await owner.mutate<{ url: string }>("users.makeResetLink", { userId });
  return new URL(link.url).pathname;
}

async function anImport(owner: ApiSession): Promise<string> {
  const response = await owner.fetch("/api/imports?kind=customers&name=brokers.csv", {
    method: "POST",
    body: BROKERS,
  });
  return ((await response.json()) as { importId: string }).importId;
}
