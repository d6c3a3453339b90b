import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { revokeSessionsOfUser } from "#db/queries/sessions.ts";
import { memberships } from "#db/schema/index.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { endSession } from "./end-session.ts";
import { findActor } from "./find-actor.ts";
import { sessionCookie } from "./session-cookie.ts";
import type { SessionClaims } from "./session-token.ts";
import { aMember, headersWithCookie } from "./testing/a-member.ts";

await testDatabase();

async function actorWith(claims: SessionClaims, clock?: () => Date) {
  return findActor(await headersWithCookie(claims), clock);
}

describe("who makes a request", () => {
  it("is the member whose session the cookie names, with the rights the database has now", async () => {
    const { actor, claims } = await aMember({ role: "support", billing: true });
    expect(await actorWith(claims)).toEqual(actor);

    await inCompany(actor.scope, (tx) =>
      tx
        .update(memberships)
        .set({ role: "member", billing: false })
        .where(eq(memberships.userId, actor.userId)),
    );
    expect(await actorWith(claims)).toMatchObject({ role: "member", billing: false });
  });

  it("is nobody without a cookie", async () => {
    expect(await findActor(new Headers())).toBeUndefined();
  });

  it.each(["", "nonsense", "a.b.c.d.e"])("is nobody with the cookie %j", async (value) => {
    const headers = new Headers({ cookie: `${sessionCookie().name}=${value}` });
    expect(await findActor(headers)).toBeUndefined();
  });

  it("is nobody with a cookie that somebody else's secret sealed", async () => {
    const { claims } = await aMember();
    const forged = await encode({ token: claims, secret: "another-secret-another-secret-another" });
    const headers = new Headers({ cookie: `${sessionCookie().name}=${forged}` });
    expect(await findActor(headers)).toBeUndefined();
  });

  it("is nobody once the session was ended, though the cookie is replayed", async () => {
    const { claims } = await aMember();
    await endSession(claims, null, new Date());
    expect(await actorWith(claims)).toBeUndefined();
  });

  it("is nobody from the moment the session expires", async () => {
    const startedAt = new Date();
    const { claims } = await aMember({}, startedAt);
    const expiresAt = startedAt.getTime() + 3_600_000;
    expect(await actorWith(claims, () => new Date(expiresAt - 1))).toBeDefined();
    expect(await actorWith(claims, () => new Date(expiresAt))).toBeUndefined();
  });

  it("is nobody as soon as the member is deactivated (R3)", async () => {
    const { actor, claims } = await aMember();
    await inCompany(actor.scope, (tx) =>
      tx.update(memberships).set({ deactivatedAt: new Date() }).where(eq(memberships.userId, actor.userId)),
    );
    expect(await actorWith(claims)).toBeUndefined();
  });

  it("is nobody in any tab once all sessions of the user were ended", async () => {
    const { actor, claims } = await aMember();
    await inCompany(actor.scope, (tx) => revokeSessionsOfUser(tx, actor.scope, actor.userId, new Date()));
    expect(await actorWith(claims)).toBeUndefined();
  });

  it("is nobody when the cookie names another company than the session's, or another user", async () => {
    const mine = await aMember();
    const other = await aMember();
    expect(await actorWith({ ...mine.claims, companyId: other.claims.companyId })).toBeUndefined();
    expect(await actorWith({ ...mine.claims, userId: other.claims.userId })).toBeUndefined();
  });

  it("comes from the address that the nearest proxy saw, not from one the client claims", async () => {
    const { claims } = await aMember();
    const headers = await headersWithCookie(claims);
    headers.set("x-forwarded-for", "10.0.0.1, 203.0.113.9");
    expect(await findActor(headers)).toMatchObject({ ip: "203.0.113.9" });
  });
});
