import { afterAll, describe, expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { endSession } from "#server/auth/end-session.ts";
import { aMember } from "#server/auth/testing/a-member.ts";
import { followNotices } from "./follow-notices.ts";
import { liveSwitchboard, stopListening } from "./listen.ts";
import { LIVE_CHANNEL, notify } from "./notify.ts";
import type { LiveNotice } from "./schemas.ts";

const database = await testDatabase();

afterAll(stopListening);

const FIRST = { notices: [], missed: true };

function tell(actor: Actor, ...notices: LiveNotice[]) {
  return inCompany(actor.scope, (tx) => notify(tx, actor.scope, ...notices));
}

/** A page that has begun to listen. */
async function aListener(actor: Actor, recheckMs?: number) {
  const leaving = new AbortController();
  const stream = followNotices(actor, leaving.signal, recheckMs);
  expect(await stream.next()).toEqual({ done: false, value: FIRST });
  return { stream, next: () => stream.next(), leave: () => leaving.abort() };
}

describe("an open page", () => {
  it("hears what was changed in its company", async () => {
    const { actor } = await aMember();
    const page = await aListener(actor);
    await tell(
      actor,
      { topic: "batch", id: "batch_1" },
      { topic: "batch", id: "batch_1" },
      { topic: "queue" },
    );
    expect(await page.next()).toMatchObject({ value: { missed: false } });
    page.leave();
  });

  it("hears nothing of another company", async () => {
    const [{ actor: mine }, { actor: theirs }] = [await aMember(), await aMember()];
    const [page, control] = [await aListener(mine), await aListener(theirs)];
    await tell(theirs, { topic: "batch", id: "batch_of_theirs" });
    // Notices arrive in the order of their commits: when mine is there, theirs has been handed out.
    expect(await control.next()).toMatchObject({ value: { notices: [{ id: "batch_of_theirs" }] } });
    await tell(mine, { topic: "queue" });
    expect(await page.next()).toEqual({
      done: false,
      value: { notices: [{ topic: "queue" }], missed: false },
    });
    page.leave();
    control.leave();
  });

  it("hears nothing of a change that was rolled back", async () => {
    const { actor } = await aMember();
    const page = await aListener(actor);
    const rolledBack = inCompany(actor.scope, async (tx) => {
      await notify(tx, actor.scope, { topic: "load" });
      throw new Error("rolled back");
    });
    await expect(rolledBack).rejects.toThrow("rolled back");
    await tell(actor, { topic: "queue" });
    expect(await page.next()).toMatchObject({ value: { notices: [{ topic: "queue" }] } });
    page.leave();
  });

  it("is told to look at everything again after the connection to PostgreSQL was lost, and hears on", async () => {
    const { actor } = await aMember();
    const page = await aListener(actor);
    await database.owner`select pg_terminate_backend(pid) from pg_stat_activity
      where query = ${`listen "${LIVE_CHANNEL}"`} and datname = current_database()`;
    expect(await page.next()).toEqual({ done: false, value: FIRST });
    await tell(actor, { topic: "credit" });
    expect(await page.next()).toMatchObject({ value: { notices: [{ topic: "credit" }] } });
    page.leave();
  });

  it("that reads slowly is told to look at everything, and holds up nobody", async () => {
    const { actor } = await aMember();
    const [slow, quick] = [await aListener(actor), await aListener(actor)];
    await tell(
      actor,
      ...Array.from({ length: 300 }, (_, n) => ({ topic: "load" as const, id: `load_${n}` })),
    );
    // The queue's notice comes last: whoever has it, has been handed the others.
    await tell(actor, { topic: "queue" });
    for await (const { notices } of quick.stream) if (notices.some(({ topic }) => topic === "queue")) break;
    expect(await slow.next()).toEqual({ done: false, value: expect.objectContaining({ missed: true }) });
    slow.leave();
    quick.leave();
  });

  it("ends at once when its session is ended elsewhere", async () => {
    const { actor, claims } = await aMember();
    const page = await aListener(actor);
    await endSession(claims, null, new Date());
    await expect(page.next()).rejects.toMatchObject({ code: "not_signed_in" });
  });

  it("ends at the next look-up of its session when nobody told it", async () => {
    const { actor } = await aMember();
    const page = await aListener(actor, 50);
    await database.owner`update sessions set revoked_at = now()`;
    await expect(page.next()).rejects.toMatchObject({ code: "not_signed_in" });
  });

  it("that was closed is forgotten", async () => {
    const { actor } = await aMember();
    const switchboard = await liveSwitchboard();
    const before = switchboard.subscribers;
    const page = await aListener(actor);
    expect(switchboard.subscribers).toBe(before + 1);
    page.leave();
    expect(switchboard.subscribers).toBe(before);
    expect(await page.next()).toEqual({ done: true, value: undefined });
  });
});
