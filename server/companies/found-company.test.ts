import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withoutCompany } from "#db/client.ts";
import { hasCompany } from "#db/queries/across-companies.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aNewScope } from "#db/testing/a-new-scope.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { listAudit } from "#server/audit/list-audit.ts";
import { findActorOfSession } from "#server/auth/find-actor.ts";
import { signIn } from "#server/auth/sign-in.ts";
import { listSubsidiaries } from "#server/company-profile/list-subsidiaries.ts";
import { updateSubsidiaryInput } from "#server/company-profile/schemas.ts";
import { updateSubsidiary } from "#server/company-profile/update-subsidiary.ts";
import { submitBatch } from "#server/factoring/submit-batch.ts";
import { listPeople } from "#server/users/list-people.ts";
import { redeemAccountLink } from "#server/users/redeem-account-link.ts";
import { setRole } from "#server/users/set-role.ts";
import { anEmail, anInvitation, auditOf, tokenOf } from "#server/users/testing/an-account-link.ts";
import { foundCompany } from "./found-company.ts";
import { makeOperatorLink } from "./make-operator-link.ts";
import { newCompanySchema } from "./schemas.ts";

const PASSWORD = "nine slow freight trains";
const ORIGIN = { ip: "203.0.113.7", userAgent: null };

await testDatabase();

async function aFoundedCompany() {
  const scope = aNewScope();
  const fields = {
    name: "North River Transport",
    adminName: "Pat Lee",
    email: anEmail(),
    timeZone: "America/Denver",
  };
  const link = await foundCompany(scope, newCompanySchema.parse(fields));
  return { scope, ...fields, token: tokenOf(link) };
}

/** The person of a link, signed in after using it. */
async function enters(token: string, email: string, password = PASSWORD) {
  expect(await redeemAccountLink({ token, password }, null, new Date())).toEqual({ ok: true, email });
  const answer = await signIn({ email, password }, ORIGIN, new Date());
  const actor = answer.ok && (await findActorOfSession(answer.claims, null, new Date()));
  if (!actor) throw new Error("The person could not sign in.");
  return actor;
}

describe("a founded company", () => {
  it("is the first that an empty installation knows", async () => {
    expect(await withoutCompany(hasCompany)).toBe(false);
    await aFoundedCompany();
    expect(await withoutCompany(hasCompany)).toBe(true);
  });

  it("is entered by its first Admin, with Billing, and gets from there to its first batch", async () => {
    const { token, email, scope } = await aFoundedCompany();
    const admin = await enters(token, email);
    expect(admin).toMatchObject({ name: "Pat Lee", role: "admin", billing: true, scope });
    const [subsidiary] = await listSubsidiaries(admin);
    if (!subsidiary) throw new Error("There is no subsidiary.");
    const { id: subsidiaryId, ...set } = subsidiary;
    expect(set).toMatchObject({
      name: "North River Transport",
      usdotNumber: null,
      timeZone: "America/Denver",
    });
    await updateSubsidiary(
      admin,
      updateSubsidiaryInput.parse({ ...set, subsidiaryId, usdotNumber: "3104488", mcNumber: "" }),
    );
    await anIntegration(admin, subsidiaryId);
    const { loadId } = await aQueuedLoad(scope, subsidiaryId, await aCustomer(scope, subsidiaryId));
    expect(
      await submitBatch(admin, { subsidiaryId, loadIds: [loadId], requestKey: randomUUID() }),
    ).toMatchObject({ kind: "submitted" });
  });

  it("holds nothing of another company, and its audit begins with its making by nobody", async () => {
    await aCompany();
    const { scope, token, email } = await aFoundedCompany();
    expect(await auditOf(scope, "")).toMatchObject([
      { action: "company.created", userId: null, data: { name: "North River Transport" } },
      { action: "subsidiary.created", userId: null },
      { action: "user.invited", userId: null, data: { email, role: "admin" } },
    ]);
    const { users } = await listPeople(await enters(token, email));
    expect(users).toHaveLength(1);
  });

  it("reads in its audit by names, whatever was done to its people", async () => {
    const { token, email } = await aFoundedCompany();
    const admin = await enters(token, email);
    const { token: second } = await anInvitation(admin, { email: anEmail(), name: "Robin Ash" });
    await redeemAccountLink({ token: second, password: PASSWORD }, null, new Date());
    const robin = (await listPeople(admin)).users.find(({ name }) => name === "Robin Ash");
    if (!robin) throw new Error("Robin has not joined.");
    await setRole(admin, { userId: robin.userId, role: "partner_admin" });
    const { rows } = await listAudit(admin, {});
    expect(rows[0]).toMatchObject({
      ...{ who: "Pat Lee", what: "Role changed", about: { label: "Robin Ash" } },
      details: [{ name: "Role", value: "member → partner admin" }],
    });
    expect(rows.at(-1)).toMatchObject({
      ...{ who: null, what: "Company created", about: { label: "North River Transport" } },
    });
    expect(JSON.stringify(rows)).not.toMatch(/Removed/);
  });

  it.each([
    [{ name: " " }, /--name/],
    [{ timeZone: "Chicago" }, /America\/Chicago/],
    [{ email: "pat" }, /e-mail/],
  ])("isn't made from %j: a sentence says why", (wrong, sentence) => {
    const fields = { name: "N", adminName: "P", email: "p@carrier.test", timeZone: "America/Chicago" };
    expect(newCompanySchema.safeParse({ ...fields, ...wrong }).error?.issues[0]?.message).toMatch(sentence);
  });
});

describe("a link from whoever runs the installation", () => {
  it("renews the first Admin's lost invitation", async () => {
    const { scope, email, token } = await aFoundedCompany();
    const again = await makeOperatorLink(scope, email);
    expect(again.kind).toBe("invitation");
    expect(await redeemAccountLink({ token, password: PASSWORD }, null, new Date())).toMatchObject({
      ok: false,
    });
    await enters(tokenOf(again), email);
  });

  it("lets the only Admin set a forgotten password, a user of several companies too", async () => {
    const first = await aFoundedCompany();
    await enters(first.token, first.email);
    const second = aNewScope();
    const fields = { name: "Second", adminName: "Pat Lee", email: first.email, timeZone: "America/Chicago" };
    await enters(tokenOf(await foundCompany(second, newCompanySchema.parse(fields))), first.email);
    const link = await makeOperatorLink(first.scope, first.email);
    expect(link.kind).toBe("password_reset");
    await enters(tokenOf(link), first.email, "another long password");
    expect(await auditOf(first.scope, "password.")).toMatchObject([
      { action: "password.reset_link_made", userId: null },
      { action: "password.reset" },
    ]);
  });

  it("isn't made for a stranger", async () => {
    const { scope } = await aFoundedCompany();
    await expect(makeOperatorLink(scope, anEmail())).rejects.toMatchObject({ code: "not_found" });
  });
});
