import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "#app/api/companies/[companyId]/session/route.ts";
import { inCompany } from "#db/client.ts";
import { memberships } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { Actor } from "./actor.ts";
import { findActor, findActorOfSession } from "./find-actor.ts";
import type { SessionClaims } from "./session-token.ts";
import { signIn } from "./sign-in.ts";
import { aMember, headersWithCookie, PASSWORD } from "./testing/a-member.ts";

await testDatabase();
let me: Actor;
let here: SessionClaims;
let there: CompanyScope;

beforeEach(async () => {
  const member = await aMember({ role: "admin", billing: true });
  me = member.actor;
  here = member.claims;
  there = (await aCompany()).scope;
});

/** Makes me a user of the other company, since a while ago. */
const join = (values: Partial<typeof memberships.$inferInsert> = {}) =>
  inCompany(there, (tx) =>
    tx.insert(memberships).values({
      companyId: there.companyId,
      userId: me.userId,
      role: "member",
      createdAt: new Date("2026-01-05T09:00:00Z"),
      ...values,
    }),
  );

async function switchTo(scope: CompanyScope) {
  const headers = await headersWithCookie(here);
  headers.set("user-agent", "Firefox/145.0");
  const request = new Request("http://127.0.0.1:3000/api", { method: "POST", headers });
  return POST(request, { params: Promise.resolve({ companyId: scope.companyId }) });
}

describe("switching to another company of one's own", () => {
  it("puts a session there, with the rights one has there, in the place of the present one", async () => {
    await join();
    const response = await switchTo(there);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    const actor = await findActor(new Headers({ cookie: cookie.split(";")[0] ?? "" }));
    expect(actor).toMatchObject({ userId: me.userId, scope: there, role: "member", billing: false });
    expect(await findActorOfSession(here, null, new Date())).toBeUndefined();
  });

  it.each([
    ["of which one is no user", undefined],
    ["in which one was deactivated", { deactivatedAt: new Date() }],
  ])("isn't possible to one %s, and the present session goes on", async (_, membership) => {
    if (membership) await join(membership);
    const response = await switchTo(there);
    expect([response.status, response.headers.get("set-cookie")]).toEqual([404, null]);
    expect(await findActorOfSession(here, null, new Date())).toBeDefined();
  });
});

describe("signing in to several companies", () => {
  const companyAfterSignIn = async () => {
    const answer = await signIn(
      { email: me.email, password: PASSWORD },
      { ip: null, userAgent: null },
      new Date(),
    );
    return answer.ok && answer.claims.companyId;
  };

  it("leads to the one that was used last", async () => {
    await join();
    expect(await companyAfterSignIn()).toBe(me.scope.companyId);
    await switchTo(there);
    expect(await companyAfterSignIn()).toBe(there.companyId);
  });

  it("leads to one that was just joined", async () => {
    await join({ createdAt: new Date(Date.now() + 1) });
    expect(await companyAfterSignIn()).toBe(there.companyId);
  });

  it("leads to the other one where one is deactivated", async () => {
    await join();
    await switchTo(there);
    await inCompany(there, (tx) =>
      tx.update(memberships).set({ deactivatedAt: new Date() }).where(eq(memberships.userId, me.userId)),
    );
    expect(await companyAfterSignIn()).toBe(me.scope.companyId);
  });
});
