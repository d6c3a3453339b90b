import { beforeEach, describe, expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { memberships } from "#db/schema/index.ts";
import { aCompany, aUser, type TestCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { findActorOfSession } from "#server/auth/find-actor.ts";
import { hashPassword } from "#server/auth/password.ts";
import { signIn } from "#server/auth/sign-in.ts";
import { aSession } from "#server/auth/testing/a-member.ts";
import { deactivateUser } from "./deactivate-user.ts";
import { makeResetLink } from "./make-reset-link.ts";
import { redeemAccountLink } from "./redeem-account-link.ts";
import { setRole } from "./set-role.ts";
import { auditOf, forgetTries, tokenOf } from "./testing/an-account-link.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
const IP = "203.0.113.7";
const OLD = "the password before";
const NEW = "nine slow freight trains";
const GONE = { ok: false, refusal: { reason: "gone" } };

const database = await testDatabase();
let company: TestCompany;
let user: Actor;

beforeEach(async () => {
  await forgetTries();
  company = await aCompany();
  user = await aUser(company.scope, { role: "member", passwordHash: await hashPassword(OLD) });
});

const aResetLink = async (by = company.admin, of = user) => tokenOf(await makeResetLink(by, of, () => NOW));

const redeem = (token: string, password = NEW, now = NOW) => redeemAccountLink({ token, password }, IP, now);

const signInWith = (password: string) =>
  signIn({ email: user.email, password }, { ip: IP, userAgent: null }, NOW);

/** Makes the user a member of another company too. */
async function joinsElsewhere() {
  const elsewhere = await aCompany();
  const row = { companyId: elsewhere.scope.companyId, userId: user.userId, role: "admin" as const };
  await inCompany(elsewhere.scope, (tx) => tx.insert(memberships).values(row));
  return elsewhere;
}

describe("a link for a new password", () => {
  it("sets it, ends every session, and is used up", async () => {
    const claims = await aSession(user);
    const token = await aResetLink();
    expect(await findActorOfSession(claims, null, NOW)).toBeDefined();
    expect(await redeem(token)).toEqual({ ok: true, email: user.email });
    expect(await findActorOfSession(claims, null, NOW)).toBeUndefined();
    expect(await signInWith(OLD)).toMatchObject({ ok: false });
    expect(await signInWith(NEW)).toMatchObject({ ok: true });
    expect(await redeem(token)).toEqual(GONE);
  });

  it("lasts for 24 hours to the moment", async () => {
    const token = await aResetLink();
    expect(await redeem(token, NEW, new Date(NOW.getTime() + 86_400_000))).toEqual(GONE);
    expect(await redeem(token, NEW, new Date(NOW.getTime() + 86_399_999))).toMatchObject({ ok: true });
  });

  it("used twice at once sets one password", async () => {
    const token = await aResetLink();
    const answers = await Promise.all([
      redeem(token, "first long password"),
      redeem(token, "second long password"),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("made again kills the earlier one", async () => {
    const first = await aResetLink();
    const second = await aResetLink();
    expect(await redeem(first)).toEqual(GONE);
    expect(await redeem(second)).toMatchObject({ ok: true });
  });

  it("refuses a weak password and stays open", async () => {
    const token = await aResetLink();
    expect(await redeem(token, "short")).toMatchObject({ refusal: { reason: "password" } });
    expect(await redeem(token)).toMatchObject({ ok: true });
  });

  it("is audited at its making and at its use, and its token is nowhere", async () => {
    const token = await aResetLink();
    await redeem(token);
    expect(await auditOf(company.scope, "password.")).toMatchObject([
      { action: "password.reset_link_made", subject: user.userId, userId: company.admin.userId },
      { action: "password.reset", subject: user.userId, userId: user.userId, ip: IP },
    ]);
    const stored = [
      await database.owner`select * from account_links`,
      await database.owner`select * from audit_entries`,
    ];
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it("dies when the user is deactivated", async () => {
    const token = await aResetLink();
    await deactivateUser(company.admin, user);
    expect(await redeem(token)).toEqual(GONE);
  });

  it("dies when the user rises, so that its maker doesn't rise with them", async () => {
    const token = await aResetLink(company.support);
    await setRole(company.admin, { userId: user.userId, role: "admin" });
    expect(await redeem(token)).toEqual(GONE);
  });
});

describe("nobody takes over an account by a link", () => {
  it.each(["partnerAdmin", "support"] as const)("of an Admin, as %s", async (who) => {
    await expect(aResetLink(company[who], company.admin)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of a biller, without having Billing", async () => {
    await expect(aResetLink(company.support, company.biller)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of another company", async () => {
    const { admin } = await aCompany();
    await expect(aResetLink(admin)).rejects.toMatchObject({ code: "not_found" });
  });

  it("that opens another company too, whether joined before the link was made or after", async () => {
    const token = await aResetLink();
    await joinsElsewhere();
    expect(await redeem(token)).toEqual(GONE);
    await expect(aResetLink()).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/account page/),
    });
    expect(await signInWith(OLD)).toMatchObject({ ok: true });
  });
});
