import { beforeEach, describe, expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { accountLinks, memberships, users } from "#db/schema/index.ts";
import { aCompany, aUser, type TestCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { findActorOfSession } from "#server/auth/find-actor.ts";
import { hashPassword } from "#server/auth/password.ts";
import { signIn } from "#server/auth/sign-in.ts";
import { deactivateUser } from "./deactivate-user.ts";
import { inviteUser } from "./invite-user.ts";
import { listPeople } from "./list-people.ts";
import { openAccountLink } from "./open-account-link.ts";
import { redeemAccountLink } from "./redeem-account-link.ts";
import { renewInvitation } from "./renew-invitation.ts";
import { setRole } from "./set-role.ts";
import { anEmail, anInvitation, auditOf, forgetTries, tokenOf } from "./testing/an-account-link.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
const IP = "203.0.113.7";
const PASSWORD = "nine slow freight trains";
const GONE = { ok: false, refusal: { reason: "gone" } };
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

const database = await testDatabase();
let company: TestCompany;

beforeEach(async () => {
  await forgetTries();
  company = await aCompany({ name: "Juniper Bend Carriers" });
});

const accept = (token: string, password = PASSWORD, now = NOW) =>
  redeemAccountLink({ token, password }, IP, now);

/** Somebody with an account at another company. */
async function aStranger(password = "their own long password") {
  const elsewhere = await aCompany();
  const passwordHash = await hashPassword(password);
  return { password, elsewhere, actor: await aUser(elsewhere.scope, { role: "admin", passwordHash }) };
}

describe("an invitation", () => {
  it("makes a user with the invited rights, who signs in with the password just set", async () => {
    const { email, token } = await anInvitation(company.admin, { role: "support", billing: true }, NOW);
    expect(await accept(token)).toEqual({ ok: true, email });
    const answer = await signIn({ email, password: PASSWORD }, { ip: IP, userAgent: null }, NOW);
    if (!answer.ok) throw new Error("refused");
    expect(await findActorOfSession(answer.claims, null, NOW)).toMatchObject({
      ...{ email, name: "Pat Newcomer", role: "support", billing: true },
      scope: { companyId: company.scope.companyId },
    });
  });

  it("shows its link once, and keeps only a hash of the token", async () => {
    const { token, url, linkId } = await anInvitation(company.admin, {}, NOW);
    expect(url).toBe(`http://127.0.0.1:3000/invitation/${token}`);
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await database.owner`select * from account_links`;
    const audited = await database.owner`select * from audit_entries`;
    const people = await listPeople(company.admin, () => NOW);
    expect(people.invitations).toMatchObject([{ linkId, expired: false, invitedBy: company.admin.name }]);
    expect(JSON.stringify([stored, audited, people])).not.toContain(token);
  });

  it("can be opened any number of times, and is used up by accepting", async () => {
    const { token, email } = await anInvitation(company.admin, {}, NOW);
    for (const _ of [1, 2]) {
      expect(await openAccountLink(token, IP, NOW)).toMatchObject({
        ok: true,
        companyName: "Juniper Bend Carriers",
        link: { email },
      });
    }
    expect(await accept(token)).toMatchObject({ ok: true });
    expect(await accept(token)).toEqual(GONE);
    expect(await openAccountLink(token, IP, NOW)).toEqual(GONE);
  });

  it("lasts for 7 days to the moment", async () => {
    const { token } = await anInvitation(company.admin, {}, NOW);
    expect(await openAccountLink(token, IP, new Date(days(7).getTime() - 1))).toMatchObject({ ok: true });
    expect(await accept(token, PASSWORD, days(7))).toEqual(GONE);
  });

  it("accepted twice at once makes one user: one wins, the other finds the link used", async () => {
    const { token, email } = await anInvitation(company.admin, {}, NOW);
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.owner`select 1 from users where email = ${email}`).toHaveLength(1);
    expect(await auditOf(company.scope, "invitation.accepted")).toHaveLength(1);
  });

  it.each(["short", "password-1234"])(
    "refuses the password %j with a sentence, and stays open",
    async (weak) => {
      const { token } = await anInvitation(company.admin, {}, NOW);
      expect(await accept(token, weak)).toMatchObject({ refusal: { reason: "password" } });
      expect(await accept(token)).toMatchObject({ ok: true });
    },
  );

  it("is audited from its making to its acceptance", async () => {
    const { token, linkId } = await anInvitation(company.admin, { billing: true }, NOW);
    await accept(token);
    const entries = await auditOf(company.scope, "");
    expect(entries).toMatchObject([
      { action: "user.invited", subject: linkId, userId: company.admin.userId, data: { billing: true } },
      { action: "invitation.accepted", ip: IP, data: { linkId, role: "member" } },
    ]);
  });
});

describe("an invitation to somebody who has an account elsewhere", () => {
  it("doesn't let whoever holds the link set a password for it", async () => {
    const stranger = await aStranger();
    const { token } = await anInvitation(company.admin, { email: stranger.actor.email }, NOW);
    expect(await accept(token, PASSWORD)).toMatchObject({ refusal: { reason: "password" } });
    const signInAs = (password: string) =>
      signIn({ email: stranger.actor.email, password }, { ip: IP, userAgent: null }, NOW);
    expect(await signInAs(PASSWORD)).toMatchObject({ ok: false });
    expect(await signInAs(stranger.password)).toMatchObject({ ok: true });
  });

  it("is accepted with the password they have, which stays as it is", async () => {
    const { actor, password } = await aStranger();
    const { token } = await anInvitation(company.admin, { email: actor.email }, NOW);
    expect(await accept(token, password)).toEqual({ ok: true, email: actor.email });
    const people = await listPeople(company.admin, () => NOW);
    expect(people.users).toContainEqual(expect.objectContaining({ userId: actor.userId, name: actor.name }));
    expect(await auditOf(company.scope, "invitation.accepted")).toMatchObject([{ subject: actor.userId }]);
  });

  it("tells neither the inviter nor the holder of the link that the account exists", async () => {
    const { actor } = await aStranger();
    const known = await anInvitation(company.admin, { email: actor.email }, NOW);
    const unknown = await anInvitation(company.admin, {}, NOW);
    expect(Object.keys(known).toSorted()).toEqual(Object.keys(unknown).toSorted());
    const seen = async ({ token, email }: typeof known) =>
      JSON.stringify(await openAccountLink(token, IP, NOW))
        .replaceAll(email, "EMAIL")
        .replaceAll(/link_\w+|[0-9a-f]{64}/g, "");
    expect(await seen(known)).toBe(await seen(unknown));
    expect(await accept(known.token, "too short")).toEqual(await accept(unknown.token, "too short"));
  });

  it("counts guesses of their password like sign-in tries", async () => {
    const { actor, password } = await aStranger();
    const { token } = await anInvitation(company.admin, { email: actor.email }, NOW);
    await Promise.all(Array.from({ length: 10 }, (_, n) => accept(token, `a long guess ${n}`)));
    expect(await accept(token, password)).toEqual({
      ok: false,
      refusal: { reason: "too_many_tries", waitMinutes: 15 },
    });
    const elsewhere = await signIn({ email: actor.email, password }, { ip: IP, userAgent: null }, NOW);
    expect(elsewhere).toMatchObject({ refusal: { reason: "too_many_tries" } });
  });

  it("made by two companies at once ends with one account", async () => {
    const other = await aCompany();
    const email = anEmail();
    const [first, second] = await Promise.all([
      anInvitation(company.admin, { email }, NOW),
      anInvitation(other.admin, { email }, NOW),
    ]);
    const answers = await Promise.all([accept(first.token), accept(second.token)]);
    for (const [index, { token }] of [first, second].entries()) {
      if (!answers[index]?.ok) expect(await accept(token)).toMatchObject({ ok: true });
    }
    expect(await database.owner`select 1 from users where email = ${email}`).toHaveLength(1);
    expect(
      await database.owner`select 1 from memberships m join users u on u.id = m.user_id where email = ${email}`,
    ).toHaveLength(2);
  });
});

describe("inviting", () => {
  it("an e-mail again replaces its link: the earlier one opens nothing", async () => {
    const first = await anInvitation(company.admin, {}, NOW);
    const second = await anInvitation(company.admin, { email: first.email, role: "support" }, NOW);
    expect(await openAccountLink(first.token, IP, NOW)).toEqual(GONE);
    expect(await openAccountLink(second.token, IP, NOW)).toMatchObject({ link: { role: "support" } });
  });

  it("an e-mail twice at once leaves one link", async () => {
    const email = anEmail();
    await Promise.all([1, 2, 3].map(() => anInvitation(company.admin, { email }, NOW)));
    expect((await listPeople(company.admin)).invitations).toHaveLength(1);
  });

  it("a user of the company is refused with the way on", async () => {
    const invite = (email: string) =>
      inviteUser(company.admin, { email, name: "X", role: "member", billing: false }, () => NOW);
    await expect(invite(company.member.email)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(company.member.name),
    });
    await deactivateUser(company.admin, company.member);
    await expect(invite(company.member.email)).rejects.toThrow(/Reactivate/);
  });

  it.each([
    ["partnerAdmin", { role: "admin" }],
    ["support", { role: "partner_admin" }],
    ["support", { role: "member", billing: true }],
  ] as const)("%s can't invite with %j", async (who, rights) => {
    await expect(anInvitation(company[who], rights, NOW)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("by somebody who was demoted since the request began is refused", async () => {
    await setRole(company.admin, { userId: company.support.userId, role: "member" });
    await expect(anInvitation(company.support, {}, NOW)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an open invitation", () => {
  it("gets a new link for another 7 days, and the earlier one dies", async () => {
    const { token, linkId } = await anInvitation(company.admin, {}, NOW);
    const renewed = await renewInvitation(company.support, { linkId }, () => days(6));
    expect(renewed.expiresAt).toBe(days(13).toISOString());
    expect(await openAccountLink(token, IP, days(6))).toEqual(GONE);
    expect(await accept(tokenOf(renewed), PASSWORD, days(12))).toMatchObject({ ok: true });
  });

  it("isn't handed by a new link to somebody who couldn't have made it", async () => {
    const { linkId } = await anInvitation(company.admin, { role: "admin" }, NOW);
    await expect(renewInvitation(company.partnerAdmin, { linkId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(withdrawInvitation(company.partnerAdmin, { linkId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("that is withdrawn opens nothing, and is no longer listed", async () => {
    const { token, linkId } = await anInvitation(company.admin, {}, NOW);
    await withdrawInvitation(company.admin, { linkId });
    expect(await accept(token)).toEqual(GONE);
    expect((await listPeople(company.admin)).invitations).toEqual([]);
    await expect(withdrawInvitation(company.admin, { linkId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("of another company is neither renewed nor withdrawn", async () => {
    const { admin } = await aCompany();
    const { token, linkId } = await anInvitation(company.admin, {}, NOW);
    await expect(renewInvitation(admin, { linkId })).rejects.toMatchObject({ code: "not_found" });
    await expect(withdrawInvitation(admin, { linkId })).rejects.toMatchObject({ code: "not_found" });
    expect(await openAccountLink(token, IP, NOW)).toMatchObject({ ok: true });
  });

  it("dies with the rights of whoever made it, for they hold the link", async () => {
    const byDemoted = await anInvitation(company.partnerAdmin, {}, NOW);
    const byDeactivated = await anInvitation(company.support, {}, NOW);
    await setRole(company.admin, { userId: company.partnerAdmin.userId, role: "member" });
    await deactivateUser(company.admin, company.support);
    expect(await accept(byDemoted.token)).toEqual(GONE);
    expect(await accept(byDeactivated.token)).toEqual(GONE);
  });
});

describe("a token", () => {
  it.each(["", "nonsense", "a".repeat(43), "%00", "'; drop table users"])(
    "like %j opens nothing",
    async (token) => {
      expect(await openAccountLink(token, IP, NOW)).toEqual(GONE);
    },
  );

  it("of a stored hash opens nothing", async () => {
    await anInvitation(company.admin, {}, NOW);
    const [link] = await inCompany(company.scope, (tx) => tx.select().from(accountLinks));
    expect(await openAccountLink(link?.tokenSha256 ?? "", IP, NOW)).toEqual(GONE);
  });

  it("that opens nothing, sent 30 times, makes its address wait; others don't", async () => {
    const { token } = await anInvitation(company.admin, {}, NOW);
    for (let miss = 0; miss < 30; miss += 1) await openAccountLink(`miss-${miss}`, IP, NOW);
    expect(await openAccountLink(token, IP, NOW)).toEqual({
      ok: false,
      refusal: { reason: "too_many_tries", waitMinutes: 15 },
    });
    expect(await openAccountLink(token, "198.51.100.1", NOW)).toMatchObject({ ok: true });
  });
});

it("a company's people are its own: nobody of another is listed", async () => {
  await aStranger();
  const { users: listed } = await listPeople(company.admin);
  const own = await inCompany(company.scope, (tx) => tx.select({ id: memberships.userId }).from(memberships));
  expect(listed.map(({ userId }) => userId).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  expect(await inCompany(company.scope, (tx) => tx.select().from(users))).toHaveLength(own.length);
});
