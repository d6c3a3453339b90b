import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { memberships, users } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { findActorOfSession } from "#server/auth/find-actor.ts";
import type { SessionClaims } from "#server/auth/session-token.ts";
import { signIn } from "#server/auth/sign-in.ts";
import { aMember, aSession, PASSWORD } from "#server/auth/testing/a-member.ts";
import { newId } from "#server/kernel/ids.ts";
import { followNotices } from "#server/live/follow-notices.ts";
import { stopListening } from "#server/live/listen.ts";
import { makeResetLink } from "#server/users/make-reset-link.ts";
import { openAccountLink } from "#server/users/open-account-link.ts";
import { auditOf, forgetTries, tokenOf } from "#server/users/testing/an-account-link.ts";
import { changePassword } from "./change-password.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endOwnSession } from "./end-own-session.ts";
import { getAccount } from "./get-account.ts";
import { listOwnSessions } from "./list-own-sessions.ts";
import { rename } from "./rename.ts";

const NEXT = "nine slow freight trains";

await testDatabase();
let me: Actor;
let mine: SessionClaims;

afterAll(stopListening);

beforeEach(async () => {
  await forgetTries();
  const member = await aMember({ role: "admin" });
  me = member.actor;
  mine = member.claims;
});

const another = (of = me) => aSession({ ...of, sessionId: newId("session") });
const lives = async (claims: SessionClaims) =>
  (await findActorOfSession(claims, null, new Date())) !== undefined;

/** Me as a member of a second company, signed in there too. */
async function elsewhere() {
  const { scope } = await aCompany({ name: "Zephyr Haulage" });
  await inCompany(scope, (tx) =>
    tx.insert(memberships).values({ companyId: scope.companyId, userId: me.userId, role: "member" }),
  );
  return { scope, claims: await another({ ...me, scope }) };
}

describe("changing one's own password", () => {
  it("asks for the present one, and changes nothing without it", async () => {
    expect(await changePassword(me, { current: "a wrong guess", next: NEXT })).toMatchObject({
      kind: "refused",
      field: "current",
    });
    expect(
      await signIn({ email: me.email, password: PASSWORD }, { ip: null, userAgent: null }, new Date()),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ["short", /at least 12/],
    [PASSWORD, /have now/],
  ])("to %j is refused at its field", async (next, sentence) => {
    expect(await changePassword(me, { current: PASSWORD, next })).toEqual({
      ...{ kind: "refused", field: "next" },
      sentence: expect.stringMatching(sentence),
    });
  });

  it("ends every other session, in other companies too, and keeps this one", async () => {
    const [other, there] = [await another(), (await elsewhere()).claims];
    expect(await changePassword(me, { current: PASSWORD, next: NEXT })).toEqual({ kind: "changed" });
    expect([await lives(mine), await lives(other), await lives(there)]).toEqual([true, false, false]);
    expect(await auditOf(me.scope, "password.")).toMatchObject([
      { action: "password.changed", subject: me.userId, data: {} },
    ]);
    const origin = { ip: null, userAgent: null };
    expect(await signIn({ email: me.email, password: PASSWORD }, origin, new Date())).toMatchObject({
      ok: false,
    });
    expect(await signIn({ email: me.email, password: NEXT }, origin, new Date())).toMatchObject({ ok: true });
  });

  it("kills an open link that would set another", async () => {
    const { actor: boss } = await aMember({ role: "admin" });
    const row = { companyId: me.scope.companyId, userId: boss.userId, role: "admin" as const };
    await inCompany(me.scope, (tx) => tx.insert(memberships).values(row));
    const token = tokenOf(await makeResetLink({ ...boss, scope: me.scope }, me));
    await changePassword(me, { current: PASSWORD, next: NEXT });
    expect(await openAccountLink(token, null, new Date())).toMatchObject({ ok: false });
  });

  it("counts wrong tries like sign-in tries", async () => {
    await Promise.all(
      Array.from({ length: 10 }, () => changePassword(me, { current: "a guess", next: NEXT })),
    );
    await expect(changePassword(me, { current: PASSWORD, next: NEXT })).rejects.toMatchObject({
      code: "too_many_requests",
    });
  });
});

describe("one's own sessions", () => {
  it("are listed with the device in words, the latest first, and this one marked; nobody else's are", async () => {
    await aMember();
    const ended = await another();
    await endOwnSession(me, ended);
    const later = await another();
    expect(await listOwnSessions(me)).toMatchObject([
      { sessionId: later.sessionId, isThis: false, device: "Unknown device", ip: null },
      { sessionId: mine.sessionId, isThis: true },
    ]);
  });

  it("end one by one, open pages at once", async () => {
    const other = await another();
    const page = followNotices({ ...me, sessionId: other.sessionId }, new AbortController().signal);
    await page.next();
    expect(await endOwnSession(me, other)).toEqual({ ended: true });
    await expect(page.next()).rejects.toMatchObject({ code: "not_signed_in" });
    expect(await auditOf(me.scope, "session.")).toMatchObject([
      { action: "session.revoked", subject: other.sessionId, userId: me.userId },
    ]);
  });

  it("end all but this one, in other companies too", async () => {
    const [other, there] = [await another(), (await elsewhere()).claims];
    await endOtherSessions(me);
    expect([await lives(mine), await lives(other), await lives(there)]).toEqual([true, false, false]);
  });

  it("are all that one can end: a colleague's goes on", async () => {
    const { actor, claims } = await aMember();
    const colleague = { companyId: me.scope.companyId, userId: actor.userId, role: "member" as const };
    await inCompany(me.scope, (tx) => tx.insert(memberships).values(colleague));
    const theirs = await another({ ...actor, scope: me.scope });
    expect(await endOwnSession(me, theirs)).toEqual({ ended: false });
    await endOtherSessions(me);
    expect([await lives(theirs), await lives(claims)]).toEqual([true, true]);
  });
});

it("one's own name is changed for everybody to see, and audited once", async () => {
  await rename(me, { name: "Robin Ash" });
  await rename({ ...me, name: "Robin Ash" }, { name: "Robin Ash" });
  const [row] = await inCompany(me.scope, (tx) => tx.select().from(users).where(eq(users.id, me.userId)));
  expect(row?.name).toBe("Robin Ash");
  expect(await auditOf(me.scope, "user.renamed")).toMatchObject([
    { data: { name: { from: me.name, to: "Robin Ash" } } },
  ]);
});

it("one's other companies are listed, and no deactivated membership", async () => {
  const { scope } = await elsewhere();
  expect((await getAccount(me)).otherCompanies).toEqual([{ id: scope.companyId, name: "Zephyr Haulage" }]);
  await inCompany(scope, (tx) =>
    tx.update(memberships).set({ deactivatedAt: new Date() }).where(eq(memberships.userId, me.userId)),
  );
  expect((await getAccount(me)).otherCompanies).toEqual([]);
});
