import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { aCompany, aUser, type TestCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { findActorOfSession } from "#server/auth/find-actor.ts";
import { aSession } from "#server/auth/testing/a-member.ts";
import { followNotices } from "#server/live/follow-notices.ts";
import { stopListening } from "#server/live/listen.ts";
import { deactivateUser } from "./deactivate-user.ts";
import { listPeople } from "./list-people.ts";
import { reactivateUser } from "./reactivate-user.ts";
import { setBilling } from "./set-billing.ts";
import { setRole } from "./set-role.ts";
import { auditOf } from "./testing/an-account-link.ts";

await testDatabase();
let company: TestCompany;

afterAll(stopListening);

beforeEach(async () => {
  company = await aCompany();
});

const rowOf = async ({ userId }: Actor) =>
  (await listPeople(company.admin)).users.find((user) => user.userId === userId);

describe("deactivating a user", () => {
  it("ends each of their sessions for the next request, and keeps them ended after reactivation", async () => {
    const claims = [await aSession(company.member)];
    claims.push(
      await aSession({
        ...company.member,
        sessionId: (await aUser(company.scope, { role: "member" })).sessionId,
      }),
    );
    await deactivateUser(company.admin, company.member);
    for (const claim of claims) expect(await findActorOfSession(claim, null, new Date())).toBeUndefined();
    await reactivateUser(company.admin, company.member);
    for (const claim of claims) expect(await findActorOfSession(claim, null, new Date())).toBeUndefined();
    expect(await findActorOfSession(await aSession(await aMemberAgain()), null, new Date())).toBeDefined();
  });

  it("ends their open pages at once, and nobody else's", async () => {
    await Promise.all([aSession(company.member), aSession(company.biller)]);
    const leaving = new AbortController();
    const [theirs, other] = [company.member, company.biller].map((who) => followNotices(who, leaving.signal));
    await Promise.all([theirs?.next(), other?.next()]);
    await deactivateUser(company.admin, company.member);
    await expect(theirs?.next()).rejects.toMatchObject({ code: "not_signed_in" });
    expect(await other?.next()).toMatchObject({
      value: { notices: [{ topic: "people", id: company.member.userId }] },
    });
    leaving.abort();
  });

  it("twice changes and audits once, with who did it", async () => {
    await deactivateUser(company.admin, company.member);
    await deactivateUser(company.support, company.member);
    expect(await rowOf(company.member)).toMatchObject({ active: false });
    expect(await auditOf(company.scope, "user.")).toMatchObject([
      {
        action: "user.deactivated",
        subject: company.member.userId,
        userId: company.admin.userId,
        ip: "127.0.0.1",
      },
    ]);
  });

  async function aMemberAgain(): Promise<Actor> {
    return { ...company.member, sessionId: (await aUser(company.scope, { role: "member" })).sessionId };
  }
});

describe("rights", () => {
  it("count from the next request", async () => {
    const claims = await aSession(company.member);
    await setRole(company.admin, { userId: company.member.userId, role: "partner_admin" });
    await setBilling(company.admin, { userId: company.member.userId, billing: true });
    expect(await findActorOfSession(claims, null, new Date())).toMatchObject({
      role: "partner_admin",
      billing: true,
    });
    expect(await auditOf(company.scope, "user.")).toMatchObject([
      { action: "user.role_changed", data: { role: { from: "member", to: "partner_admin" } } },
      { action: "user.billing_changed", data: { billing: { from: false, to: true } } },
    ]);
  });

  it("set to what they are record nothing", async () => {
    await setRole(company.admin, { userId: company.member.userId, role: "member" });
    await setBilling(company.admin, { userId: company.member.userId, billing: false });
    await reactivateUser(company.admin, company.member);
    expect(await auditOf(company.scope, "user.")).toEqual([]);
  });

  it("above one's own are refused by the server too", async () => {
    const toAdmin = { userId: company.member.userId, role: "admin" } as const;
    await expect(setRole(company.partnerAdmin, toAdmin)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deactivateUser(company.support, company.admin)).rejects.toMatchObject({ code: "forbidden" });
    const billing = { userId: company.member.userId, billing: true };
    await expect(setBilling(company.support, billing)).rejects.toMatchObject({ code: "forbidden" });
    expect(await rowOf(company.member)).toMatchObject({ role: "member", billing: false });
  });

  it("judged are the rights of now, not those the request began with", async () => {
    const once = company.support;
    await setRole(company.admin, { userId: once.userId, role: "member" });
    await expect(deactivateUser(once, company.member)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an Admin is always left", () => {
  it("when the last two demote each other at once", async () => {
    const other = await aUser(company.scope, { role: "admin" });
    const answers = await Promise.allSettled([
      setRole(company.admin, { userId: other.userId, role: "member" }),
      setRole(other, { userId: company.admin.userId, role: "member" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await listPeople(company.admin)).activeAdmins).toBe(1);
  });

  it("when many deactivate each other at once", async () => {
    const admins = [company.admin];
    for (let count = 0; count < 5; count += 1) admins.push(await aUser(company.scope, { role: "admin" }));
    await Promise.allSettled(
      admins.flatMap((by) =>
        admins.filter((other) => other !== by).map((other) => deactivateUser(by, other)),
      ),
    );
    expect((await listPeople(company.admin)).activeAdmins).toBe(1);
  });

  it("who can't deactivate or demote themselves", async () => {
    const { admin } = company;
    await expect(deactivateUser(admin, admin)).rejects.toThrow(/Nobody deactivates themselves/);
    await expect(setRole(admin, { userId: admin.userId, role: "member" })).rejects.toThrow(/their own role/);
  });
});

it("a user of another company does not exist, for any change", async () => {
  const { admin } = await aCompany();
  const { userId } = company.member;
  for (const change of [
    () => setRole(admin, { userId, role: "support" }),
    () => setBilling(admin, { userId, billing: true }),
    () => deactivateUser(admin, { userId }),
    () => reactivateUser(admin, { userId }),
  ]) {
    await expect(change()).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await rowOf(company.member)).toMatchObject({ role: "member", billing: false, active: true });
});

it("the list says when each last signed in", async () => {
  const at = new Date("2026-11-23T14:05:00Z");
  await aSession(company.biller, at);
  expect(await rowOf(company.biller)).toMatchObject({ lastSignInAt: at.toISOString() });
  expect(await rowOf(company.member)).toMatchObject({ lastSignInAt: null });
});
