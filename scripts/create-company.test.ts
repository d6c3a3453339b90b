import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { openAccountLink } from "#server/users/open-account-link.ts";
import { tokenOf } from "#server/users/testing/an-account-link.ts";

const database = await testDatabase();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lading-command-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of a terminal that knows nothing of any Lading. */
const BARE = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: process.env.NODE_ENV };

async function run(script: string, args: string[], env: Record<string, string>) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    cwd: folder,
    env: { ...BARE, LADING_DATA_DIR: folder, ...env },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { out, err, code };
}

const createCompany = (args: string[], env: Record<string, string> = {}) =>
  run("create-company.ts", args, env);

const ARGS = ["--name", "North River Transport", "--admin-name", "Pat Lee", "--email", "Pat@Carrier.test"];
const CONFIGURED = { DATABASE_URL: database.appUrl, NEXTAUTH_URL: "https://lading.carrier.test" };

const linkIn = (out: string) => /^ {2}(http\S+)$/m.exec(out)?.[1] ?? "";

async function opens(url: string) {
  return openAccountLink(tokenOf({ url }), null, new Date());
}

describe("npm run company:create", () => {
  test("prints the first Admin's link on a configured installation, with nothing else of it set", async () => {
    const { out, code } = await createCompany(ARGS, CONFIGURED);
    expect(code).toBe(0);
    expect(linkIn(out)).toMatch(/^https:\/\/lading\.carrier\.test\/invitation\//);
    expect(await opens(linkIn(out))).toMatchObject({
      companyName: "North River Transport",
      timeZone: "America/Chicago",
      link: { email: "pat@carrier.test", name: "Pat Lee", role: "admin", billing: true },
    });
  });

  test("finds the Lading that npm start runs from the data folder", async () => {
    const noted = { appUrl: "http://localhost:3210", databaseUrl: database.appUrl, sandboxUrl: "http://x" };
    writeFileSync(join(folder, "addresses.json"), JSON.stringify(noted));
    const { out } = await createCompany([...ARGS, "--time-zone", "America/Denver"]);
    expect(linkIn(out)).toMatch(/^http:\/\/localhost:3210\/invitation\//);
    expect(await opens(linkIn(out))).toMatchObject({ ok: true, timeZone: "America/Denver" });
  });

  test("says what to do where no Lading runs", async () => {
    const { err, code } = await createCompany(ARGS);
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^No Lading runs from .*npm start.*DATABASE_URL/);
  });

  test("says in a sentence that the database can't be reached", async () => {
    const nowhere = { DATABASE_URL: "postgres://x:x@127.0.0.1:9/x", NEXTAUTH_URL: "http://localhost:3000" };
    const { err, code } = await createCompany(ARGS, nowhere);
    expect(code).toBe(1);
    expect(err).toMatch(/ECONNREFUSED/);
    expect(err).not.toMatch(/Failed query|\bat /);
  });

  test.each([
    [[], /--name/],
    [["--email", "pat"], /e-mail/],
    [["--nonsense"], /company:create/],
  ])("with %j says how it is used, and makes nothing", async (args, sentence) => {
    const before = await database.owner`select 1 from companies`;
    const { err, code } = await createCompany(args, CONFIGURED);
    expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
    expect(await database.owner`select 1 from companies`).toHaveLength(before.length);
  });
});

describe("npm run account:link", () => {
  test("makes the lost invitation anew, by the company's printed id", async () => {
    const first = await createCompany(ARGS, CONFIGURED);
    const company = /company_\w+/.exec(first.out)?.[0] ?? "";
    const again = await run(
      "account-link.ts",
      ["--email", "pat@carrier.test", "--company", company],
      CONFIGURED,
    );
    expect(again.code).toBe(0);
    expect(await opens(linkIn(again.out))).toMatchObject({ ok: true });
    expect(await opens(linkIn(first.out))).toMatchObject({ ok: false });
  });

  test("says so for an e-mail that nobody signs in with", async () => {
    const { err, code } = await run("account-link.ts", ["--email", "nobody@carrier.test"], CONFIGURED);
    expect([code, err]).toEqual([1, expect.stringMatching(/Nobody signs in as nobody@carrier\.test/)]);
  });
});
