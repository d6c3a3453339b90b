import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { updateCiphertexts } from "#db/queries/secrets.ts";
import { auditEntries, integrations } from "#db/schema/index.ts";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { scopeOf as scopeOfCompany } from "#inngest/functions/company-scope.ts";
import type { CompanyId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { decryptSecret } from "./decrypt-secret.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import { parseKeyring } from "./keyring.ts";
import { rotateSecrets } from "./rotate-secrets.ts";
import { rotationWords } from "./rotation-words.ts";

const { owner } = await testDatabase();
const k1 = `k1:${randomBytes(32).toString("base64")}`;
const k2 = `k2:${randomBytes(32).toString("base64")}`;
const before = parseKeyring(k1);
const both = parseKeyring(`${k2},${k1}`);
const after = parseKeyring(k2);
const scopeOf = (companyId: CompanyId) => scopeOfCompany({ companyId });
let company: TestCompany;

// The rotation is about the whole installation, so each test has it for itself.
beforeEach(async () => {
  await owner`truncate integrations cascade`;
  company = await aCompany();
});

async function aLogin(password: string, { admin, scope } = company, ring = before) {
  const id = await anIntegration(admin, await aSubsidiary(scope));
  await write(scope, id, encryptSecret(password, id, ring));
  return id;
}
const write = (scope: CompanyScope, id: Awaited<ReturnType<typeof aLogin>>, passwordCiphertext: string) =>
  inCompany(scope, (tx) =>
    tx.update(integrations).set({ passwordCiphertext }).where(eq(integrations.id, id)),
  );
async function ciphertext(scope: CompanyScope, id: Awaited<ReturnType<typeof aLogin>>) {
  const [row] = await inCompany(scope, (tx) => tx.select().from(integrations).where(eq(integrations.id, id)));
  return row?.passwordCiphertext ?? "";
}

test("after the rotation the old key can be removed: every company's passwords are read with the new one", async () => {
  const other = await aCompany();
  const first = await aLogin("first-password");
  const second = await aLogin("second-password", other);
  expect(await rotateSecrets({ scopeOf, ring: both })).toMatchObject({
    ...{ companies: 2, reencrypted: 2, unreadable: 0, removable: ["k1"], missing: [] },
    secretsByKey: new Map([["k2", 2]]),
  });
  expect(decryptSecret(await ciphertext(company.scope, first), first, after)).toBe("first-password");
  expect(decryptSecret(await ciphertext(other.scope, second), second, after)).toBe("second-password");
});

test("run again it changes nothing, and a login under the new key or without a password is left alone", async () => {
  const old = await aLogin("old");
  const fresh = await aLogin("fresh", company, after);
  const disconnected = await aLogin("gone");
  await write(company.scope, disconnected, "");
  const untouched = await ciphertext(company.scope, fresh);
  expect(await rotateSecrets({ scopeOf, ring: both })).toMatchObject({ reencrypted: 1 });
  const rotated = await ciphertext(company.scope, old);
  expect(await rotateSecrets({ scopeOf, ring: both })).toMatchObject({ companies: 0, reencrypted: 0 });
  expect(await ciphertext(company.scope, old)).toBe(rotated);
  expect(await ciphertext(company.scope, fresh)).toBe(untouched);
  expect(await ciphertext(company.scope, disconnected)).toBe("");
});

test("more logins than one batch holds are all rotated", async () => {
  const { admin, scope } = company;
  await Promise.all(Array.from({ length: 120 }, async () => anIntegration(admin, await aSubsidiary(scope))));
  const rows = await inCompany(scope, (tx) => tx.select({ id: integrations.id }).from(integrations));
  await Promise.all(rows.map(({ id }) => write(scope, id, encryptSecret("x", id, before))));
  expect(await rotateSecrets({ scopeOf, ring: both })).toMatchObject({ reencrypted: 120, companies: 1 });
});

test("a password saved between reading and writing is never overwritten with the old one", async () => {
  const id = await aLogin("old");
  const { scope } = company;
  const from = await ciphertext(scope, id);
  const saved = encryptSecret("saved meanwhile", id, both);
  await write(scope, id, saved);
  const to = encryptSecret("old", id, both);
  expect(await inCompany(scope, (tx) => updateCiphertexts(tx, scope, [{ id, from, to }]))).toEqual([]);
  expect(await ciphertext(scope, id)).toBe(saved);
});

test("no company's ciphertext is written under another company's scope", async () => {
  const id = await aLogin("old");
  const other = await aCompany();
  const from = await ciphertext(company.scope, id);
  const stranger = { id, from, to: "k2.forged" };
  expect(await inCompany(other.scope, (tx) => updateCiphertexts(tx, other.scope, [stranger]))).toEqual([]);
  expect(await ciphertext(company.scope, id)).toBe(from);
});

test("a password under a lost key is counted and named by its key; the others are rotated all the same", async () => {
  const lost = parseKeyring(`k0:${randomBytes(32).toString("base64")}`);
  const unreadable = await aLogin("lost", company, lost);
  const kept = await ciphertext(company.scope, unreadable);
  await aLogin("readable");
  const report = await rotateSecrets({ scopeOf, ring: both });
  expect(report).toMatchObject({ reencrypted: 1, unreadable: 1, missing: ["k0"], removable: ["k1"] });
  expect(await ciphertext(company.scope, unreadable)).toBe(kept);
  expect(rotationWords("k2", report).join("\n")).toMatch(/1 password can't be read: the key k0/);
});

test("neither the report nor the audit holds a password or a ciphertext", async () => {
  const id = await aLogin("a-secret-password");
  const report = await rotateSecrets({ scopeOf, ring: both });
  const audit = await inCompany(company.scope, (tx) => tx.select().from(auditEntries));
  expect(audit).toMatchObject([
    { action: "integration.reencrypted", subject: id, userId: null, data: { key: "k2" } },
  ]);
  const said = [JSON.stringify(audit), ...rotationWords("k2", report)].join("\n");
  expect(said).not.toContain("a-secret-password");
  expect(said).not.toContain(await ciphertext(company.scope, id));
});

test("npm run secrets:rotate does it with the app's environment, and prints counts, no secret", async () => {
  const id = await aLogin("a-secret-password");
  const run = promisify(execFile);
  const env = { ...process.env, LADING_ENCRYPTION_KEYS: `${k2},${k1}` };
  const { stdout, stderr } = await run(process.execPath, ["scripts/rotate-secrets.ts"], { env });
  expect(stdout).toMatch(/1 password of 1 company[\s\S]*No password needs k1/);
  expect(decryptSecret(await ciphertext(company.scope, id), id, after)).toBe("a-secret-password");
  for (const secret of ["a-secret-password", k1, k2]) expect(stdout + stderr).not.toContain(secret);
});

test.each([
  [
    { reencrypted: 3, companies: 2, removable: ["k1"], secretsByKey: new Map([["k2", 3]]) },
    /No password needs k1/,
  ],
  [
    {
      secretsByKey: new Map([
        ["k1", 1],
        ["k2", 3],
      ]),
    },
    /Still in use: k1/,
  ],
  [{ secretsByKey: new Map() }, /Nothing to do[\s\S]*by key now: none/],
])("%j is told in words", (part, words) => {
  const nothing = { reencrypted: 0, companies: 0, replacedMeanwhile: 0, unreadable: 0 };
  const report = { ...nothing, removable: [], missing: [], ...part };
  expect(rotationWords("k2", report).join("\n")).toMatch(words);
});
