import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { connectControl } from "#local/otr-sandbox/control/connect-control.ts";
import { type CompanyId, type IntegrationId, idToUuid, newId } from "#server/kernel/ids.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";
import { parseKeyring } from "#server/secrets/keyring.ts";
import type { Stack } from "../../e2e/support/stack.ts";

/** How much there is to do at night: each company has one login and as many open invoices. */
export type NightSize = { companies: number; invoicesPerCompany: number };

/** Since the last look, OTR has funded one invoice in so many. */
const FUNDED_EVERY = 50;
const PASSWORD = "bench-password";

type Company = {
  no: number;
  id: CompanyId;
  integrationId: IntegrationId;
  username: string;
  usdot: string;
  /** OTR's key of its first invoice; the others follow it. */
  first: number;
  modified: string;
};

/**
 * Fills both sides of a fresh installation with the same invoices, without the product's help: the database by SQL, the
 * sandbox by its control plane. Answers how many of them OTR has funded meanwhile.
 */
export async function seedNight(stack: Stack, { companies, invoicesPerCompany }: NightSize): Promise<number> {
  const sandbox = connectControl(stack.sandboxUrl);
  const all = Array.from({ length: companies }, (_, no) => companyAt(no));
  await sandbox.seedLogins({
    logins: all.map(({ username, usdot, no }) => ({
      username,
      password: PASSWORD,
      usdotNumbers: [usdot],
      clientName: `CARRIER ${no}`,
    })),
  });
  for (const company of all) {
    const invoices = Array.from({ length: invoicesPerCompany }, (_, n) => invoiceAt(company, n));
    await sandbox.seedInvoices({ invoices });
    const [seeded] = await sandbox.listInvoices({ clientDot: company.usdot, limit: 1 });
    company.modified = new Date(seeded?.modifiedAt ?? 0).toISOString().slice(0, -2);
  }
  await fillDatabase(stack, all, invoicesPerCompany);
  return companies * Math.ceil(invoicesPerCompany / FUNDED_EVERY);
}

function companyAt(no: number): Company {
  return {
    no,
    id: newId("company"),
    integrationId: newId("integration"),
    username: `desk${no}@carrier.test`,
    usdot: String(4_000_000 + no),
    first: 50_000_000 + no * 100_000,
    modified: "",
  };
}

function invoiceAt({ username, usdot, no, first }: Company, n: number) {
  return {
    pkey: first + n,
    username,
    clientDot: usdot,
    clientName: `CARRIER ${no}`,
    invoiceNo: String(first + n),
    poNumber: `PO-${first + n}`,
    brokerMc: "412907",
    brokerName: "Prairie Lantern Logistics LLC",
    amount: 1850,
    invoiceDate: "2026-10-12",
    from: { city: "JOLIET", state: "IL" },
    to: { city: "TOLEDO", state: "OH" },
    status: n % FUNDED_EVERY === 0 ? 3 : 1,
  };
}

async function fillDatabase(stack: Stack, all: readonly Company[], invoices: number): Promise<void> {
  const { LADING_ENCRYPTION_KEYS } = JSON.parse(readFileSync(join(stack.dataDir, "secrets.json"), "utf8"));
  const ring = parseKeyring(LADING_ENCRYPTION_KEYS);
  // Triggers and foreign keys rest: the file keeps to them.
  const connection = { session_replication_role: "replica", synchronous_commit: "off" };
  const owner = postgres(stack.ownerUrl, { max: 1, onnotice: () => undefined, connection });
  try {
    await owner`create schema bench`;
    await owner`
      create table bench.company as
      select no, company_id, integration_id, username, usdot, first, ciphertext, modified, ${invoices}::int as invoices,
        ${zoneAtNoon(new Date())} as time_zone, uuidv7() as user_id, uuidv7() as subsidiary_id, uuidv7() as customer_id
      from json_to_recordset(${JSON.stringify(all.map(rowOf))}::text::json) as c(no int, company_id uuid,
        integration_id uuid, username text, usdot text, first bigint, ciphertext text, modified text)`;
    await owner.unsafe(readFileSync(new URL("night.sql", import.meta.url), "utf8"));
    await owner`vacuum (analyze)`;
  } finally {
    await owner.end();
  }

  function rowOf({ id, integrationId, ...company }: Company) {
    return {
      ...company,
      company_id: idToUuid("company", id),
      integration_id: idToUuid("integration", integrationId),
      ciphertext: encryptSecret(PASSWORD, integrationId, ring),
    };
  }
}

/** A time zone in which it is about noon: the night is due there, and the day doesn't end while it is measured. */
function zoneAtNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  // POSIX counts the other way: Etc/GMT-5 is five hours ahead of UTC.
  return ahead === 0 ? "Etc/UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}
