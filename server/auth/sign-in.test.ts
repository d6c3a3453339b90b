import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inCompany, withoutCompany } from "#db/client.ts";
import { auditEntries, memberships, rateLimits } from "#db/schema/index.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { Actor } from "./actor.ts";
import { authorize } from "./authorize.ts";
import { findActorOfSession } from "./find-actor.ts";
import { signIn } from "./sign-in.ts";
import { aMember, PASSWORD } from "./testing/a-member.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
const ORIGIN = { ip: "203.0.113.7", userAgent: "Firefox" };
const WRONG = { ok: false, refusal: { reason: "wrong_credentials" } };

await testDatabase();
let member: Actor;

beforeEach(async () => {
  await withoutCompany((tx) => tx.delete(rateLimits));
  member = (await aMember()).actor;
});

const tryPassword = (email: string, password: string, origin = ORIGIN) =>
  signIn({ email, password }, origin, NOW);

function auditOf(scope: CompanyScope) {
  return inCompany(scope, (tx) =>
    tx
      .select({ action: auditEntries.action, ip: auditEntries.ip, userId: auditEntries.userId })
      .from(auditEntries)
      .orderBy(auditEntries.id),
  );
}

describe("signing in", () => {
  it("starts a session of seven days for the right password, and audits it", async () => {
    const answer = await tryPassword(member.email, PASSWORD);
    if (!answer.ok) throw new Error("refused");
    const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
    expect(await findActorOfSession(answer.claims, null, days(6.99))).toMatchObject({
      userId: member.userId,
    });
    expect(await findActorOfSession(answer.claims, null, days(7))).toBeUndefined();
    expect(await auditOf(member.scope)).toEqual([
      { action: "session.started", ip: ORIGIN.ip, userId: member.userId },
    ]);
  });

  it("refuses a wrong password, an unknown e-mail and a deactivated member in the same words", async () => {
    const gone = (await aMember()).actor;
    await inCompany(gone.scope, (tx) =>
      tx.update(memberships).set({ deactivatedAt: NOW }).where(eq(memberships.userId, gone.userId)),
    );
    expect(await tryPassword(member.email, "wrong")).toEqual(WRONG);
    expect(await tryPassword("nobody@carrier.test", PASSWORD)).toEqual(WRONG);
    expect(await tryPassword(gone.email, PASSWORD)).toEqual(WRONG);
  });

  it("takes as long to refuse an unknown e-mail as a wrong password", async () => {
    const msOf = async (email: string) => {
      const from = performance.now();
      await tryPassword(email, "wrong");
      return performance.now() - from;
    };
    expect(await msOf(member.email)).toBeGreaterThanOrEqual(245);
    expect(await msOf("nobody@carrier.test")).toBeGreaterThanOrEqual(245);
  });

  it("audits a refusal where the e-mail belongs to a company", async () => {
    await tryPassword(member.email, "wrong");
    expect(await auditOf(member.scope)).toEqual([
      { action: "session.refused", ip: ORIGIN.ip, userId: member.userId },
    ]);
  });

  it("tells next-auth a refusal's code and nothing else", async () => {
    const sent = { email: ` ${member.email.toUpperCase()} `, password: PASSWORD, csrfToken: "x" };
    expect(await authorize(sent, ORIGIN, NOW)).toMatchObject({ userId: member.userId });
    await expect(authorize({ ...sent, password: "wrong" }, ORIGIN, NOW)).rejects.toThrow(
      /^wrong_credentials$/,
    );
    await expect(authorize(undefined, ORIGIN, NOW)).rejects.toThrow(/^wrong_credentials$/);
  });
});

describe("the limit on tries", () => {
  it("refuses the eleventh try for an e-mail, right password or not, from any address, and says how long", async () => {
    const tries = Array.from({ length: 10 }, (_, n) =>
      tryPassword(member.email, "wrong", { ...ORIGIN, ip: `203.0.113.${n}` }),
    );
    for (const answer of await Promise.all(tries)) expect(answer).toEqual(WRONG);
    expect(await tryPassword(member.email, PASSWORD)).toEqual({
      ok: false,
      refusal: { reason: "too_many_tries", waitMinutes: 15 },
    });
  });

  it("counts e-mails that don't exist alike", async () => {
    const email = "nobody@carrier.test";
    await Promise.all(Array.from({ length: 10 }, () => tryPassword(email, "wrong")));
    expect(await tryPassword(email, "wrong")).toMatchObject({ refusal: { reason: "too_many_tries" } });
  });

  it("refuses an address that tried a hundred e-mails", async () => {
    await withoutCompany((tx) => tx.update(rateLimits).set({ points: 100 }));
    await tryPassword("first@carrier.test", "wrong");
    await withoutCompany((tx) => tx.update(rateLimits).set({ points: 100 }));
    expect(await tryPassword("next@carrier.test", "wrong")).toMatchObject({
      refusal: { reason: "too_many_tries" },
    });
    expect(await tryPassword(member.email, PASSWORD, { ...ORIGIN, ip: "198.51.100.1" })).toMatchObject({
      ok: true,
    });
  });

  it("forgets the failed tries of whoever signs in", async () => {
    await Promise.all(Array.from({ length: 9 }, () => tryPassword(member.email, "wrong")));
    expect(await tryPassword(member.email, PASSWORD)).toMatchObject({ ok: true });
    expect(await tryPassword(member.email, "wrong")).toEqual(WRONG);
  });

  it("keeps neither e-mails nor addresses in clear", async () => {
    await tryPassword(member.email, "wrong");
    const keys = await withoutCompany((tx) => tx.select({ key: rateLimits.key }).from(rateLimits));
    expect(keys).toHaveLength(2);
    for (const { key } of keys) expect(key).not.toMatch(/@|203\.0/);
  });
});
