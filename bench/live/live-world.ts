import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase } from "#db/client.ts";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { setTestEnv } from "#db/testing/test-env.ts";
import type { Actor } from "#server/auth/actor.ts";
import { aSession, headersWithCookie } from "#server/auth/testing/a-member.ts";
import { newId } from "#server/kernel/ids.ts";
import type { Stack } from "../../e2e/support/stack.ts";

/** A company of the running stack whose people can open pages and change something. */
export type LiveCompany = {
  companyId: string;
  /** The headers of a browser of its own, with a session of its own. */
  browser(): Promise<Record<string, string>>;
  /** Creates a customer over the API; its id, which every open page of the company is told. */
  change(): Promise<string>;
};

/** Makes companies in the stack's database and sessions that its app takes for its own. */
export async function openLiveWorld(stack: Stack, companies: number): Promise<LiveCompany[]> {
  const secrets = JSON.parse(readFileSync(join(stack.dataDir, "secrets.json"), "utf8"));
  setTestEnv({
    DATABASE_URL: stack.databaseUrl,
    NEXTAUTH_URL: stack.appUrl,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
  });
  return Promise.all(
    Array.from({ length: companies }, async () => liveCompany(stack.appUrl, await aCompany())),
  );
}

/** Lets go of the stack's database. */
export const closeLiveWorld = closeDatabase;

async function liveCompany(appUrl: string, { scope, ...people }: TestCompany): Promise<LiveCompany> {
  const everybody = Object.values(people);
  let opened = 0;
  const browser = () => browserOf(everybody[opened++ % everybody.length] ?? people.admin);
  const writer = await browser();
  return {
    companyId: scope.companyId,
    browser,
    change: () => createCustomer(appUrl, writer),
  };
}

async function browserOf(actor: Actor): Promise<Record<string, string>> {
  const claims = await aSession({ ...actor, sessionId: newId("session") });
  return Object.fromEntries(await headersWithCookie(claims));
}

async function createCustomer(appUrl: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(new URL("/api/trpc/customers.create", appUrl), {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", origin: new URL(appUrl).origin },
    body: JSON.stringify({
      ...{
        name: `Broker ${newId("customer")}`,
        kind: "broker",
        mcNumber: "",
        methods: [],
        sameMcIsFine: false,
      },
      ...{ street: "", city: "", state: "", zip: "" },
    }),
  });
  if (!response.ok) throw new Error(`The change was refused: ${await response.text()}`);
  return (await response.json()).result.data.customerId;
}
