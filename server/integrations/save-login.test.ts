import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { upsertLogin } from "#db/queries/integration-settings.ts";
import { auditEntries, integrations } from "#db/schema/index.ts";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { disconnectOtr } from "./disconnect-otr.ts";
import { listIntegrations } from "./list-integrations.ts";
import { saveLogin } from "./save-login.ts";

await testDatabase();
const sandbox = await testSandbox();
const username = "dispatch@sample-hauling.test";
const password = "sandbox-password";
let company: TestCompany;
let subsidiaryId: SubsidiaryId;

beforeEach(async () => {
  company = await aCompany();
  subsidiaryId = await aSubsidiary(company.scope);
});

const save = (typed: { username?: string; password?: string } = {}) =>
  saveLogin(company.admin, { subsidiaryId, username, password, ...typed });

const login = async () => (await listIntegrations(company.admin))[0]?.login;

test("a login that OTR accepts is active at once", async () => {
  expect(await save()).toMatchObject({ kind: "connected" });
  expect(await login()).toMatchObject({
    status: "active",
    username,
    savedByName: company.admin.name,
    lastError: null,
  });
});

test("a login that OTR refuses is kept as refused, with the reason in words", async () => {
  expect(await save({ password: "mistyped" })).toMatchObject({ kind: "rejected" });
  const saved = await login();
  expect(saved?.status).toBe("rejected");
  expect(saved?.lastError).toMatch(/refused/);
});

test("a mistyped login is not saved over one that is in use, and the person is told", async () => {
  await save();
  const slip = await save({ password: "mistyped" });
  expect(slip).toMatchObject({ kind: "rejected", sentence: expect.stringContaining("stays in use") });
  expect(await login()).toMatchObject({ status: "active", username, lastError: null });
  expect(await save({ password: "" })).toMatchObject({ kind: "connected" });
});

test("the login in use, once OTR refuses it, is no longer in use", async () => {
  const user = "billing@north-river.test";
  await anIntegration(company.admin, subsidiaryId, { username: user, password: "changed at OTR since" });
  expect(await save({ username: user, password: "" })).toMatchObject({ kind: "rejected" });
  expect((await login())?.status).toBe("rejected");
});

test("of two who save the first login at once one is saved, readable, and the other is told", async () => {
  // Each has looked for a login before OTR answers either of them.
  await sandbox.control.injectFault({ kind: "delay", route: "token", ms: 1_500, times: 2 });
  const both = await Promise.allSettled([save(), save()]);
  const refused = both.filter((result) => result.status === "rejected");
  expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
  expect(await save({ password: "" })).toMatchObject({ kind: "connected" });
});

test("a kept password is never written back over one that somebody saved meanwhile", async () => {
  await save();
  const { scope, admin } = company;
  const [stored] = await inCompany(scope, (tx) => tx.select().from(integrations));
  if (!stored) throw new Error("The login is gone.");
  await save();
  const { id, passwordCiphertext } = stored;
  const late = {
    ...{ id, subsidiaryId, username: "late", passwordCiphertext, status: "active" as const },
    ...{
      savedBy: admin.userId,
      savedAt: new Date(),
      lastSuccessAt: null,
      lastError: null,
      lastErrorAt: null,
    },
  };
  expect(await inCompany(scope, (tx) => upsertLogin(tx, scope, late, passwordCiphertext))).toBe(false);
  expect(await login()).toMatchObject({ username });
});

test("a login saved while OTR does not answer waits to be verified", async () => {
  await sandbox.control.injectFault({ kind: "server_error_500", route: "token", times: null });
  expect(await save()).toMatchObject({ kind: "unreachable" });
  expect(await login()).toMatchObject({ status: "unverified", lastSuccessAt: null });
});

test("a blank password keeps the saved one; without a saved one it is asked for", async () => {
  await expect(save({ password: "" })).rejects.toMatchObject({ code: "invalid_input" });
  await save();
  expect(await save({ password: "" })).toMatchObject({ kind: "connected" });
});

test("disconnecting ends the use of the login and forgets its password, once", async () => {
  await save();
  expect(await disconnectOtr(company.admin, { subsidiaryId })).toEqual({ disconnected: true });
  expect(await disconnectOtr(company.admin, { subsidiaryId })).toEqual({ disconnected: false });
  expect(await login()).toMatchObject({ status: "disconnected", username });
  await expect(save({ password: "" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("no password stands in what the page gets or in the audit", async () => {
  await save();
  await save({ password: "mistyped-secret" });
  const audit = await inCompany(company.scope, (tx) => tx.select().from(auditEntries));
  expect(audit.map(({ action }) => action).sort()).toEqual([
    "integration.rejected",
    "integration.saved",
    "otr.exchange",
    "otr.exchange",
  ]);
  const shown = JSON.stringify([audit, await listIntegrations(company.admin)]);
  expect(shown).not.toContain(password);
  expect(shown).not.toContain("mistyped-secret");
});

test("another company's subsidiary does not exist", async () => {
  const other = await aCompany();
  const attempt = saveLogin(other.admin, { subsidiaryId, username, password });
  await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  await expect(disconnectOtr(other.admin, { subsidiaryId })).rejects.toMatchObject({ code: "not_found" });
});
