import { expect, test } from "vitest";
import { inCompany, withoutCompany } from "#db/client.ts";
import { dropOldRows as dropRows } from "#db/queries/across-companies-sweep.ts";
import { accountLinks, outbox, sessions } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { newId } from "#server/kernel/ids.ts";
import { dropOldRows } from "./drop-old-rows.ts";

await testDatabase();

const now = new Date("2026-11-24T08:00:00.000Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const anEvent = ({ scope }: Actor, name: string, sentAt: Date | null) =>
  inCompany(scope, (tx) =>
    tx.insert(outbox).values({
      ...{ companyId: scope.companyId, id: newId("event"), name, data: {}, sentAt },
      createdAt: daysAgo(400),
    }),
  );

const aSignIn = ({ scope, userId }: Actor, userAgent: string, expiresAt: Date) =>
  inCompany(scope, (tx) =>
    tx.insert(sessions).values({
      ...{ companyId: scope.companyId, id: newId("session"), userId, userAgent, expiresAt },
      createdAt: daysAgo(400),
    }),
  );

type Link = Pick<typeof accountLinks.$inferInsert, "kind" | "expiresAt" | "usedAt" | "withdrawnAt">;

const aLink = ({ scope }: Actor, name: string, link: Link) =>
  inCompany(scope, (tx) =>
    tx.insert(accountLinks).values({
      ...{ companyId: scope.companyId, id: newId("link"), tokenSha256: name, email: `${name}@carrier.test` },
      ...{ name, role: "member", billing: false, createdAt: daysAgo(400) },
      ...link,
    }),
  );

const left = ({ scope }: Actor) =>
  inCompany(scope, async (tx) => ({
    events: (await tx.select().from(outbox)).map(({ name }) => name).toSorted(),
    sessions: (await tx.select().from(sessions)).map(({ userAgent }) => userAgent).toSorted(),
    links: (await tx.select().from(accountLinks)).map(({ name }) => name).toSorted(),
  }));

test("events go a month after they were sent, sign-ins and used links half a year after their end; the rest stays", async () => {
  const [mine, theirs] = [(await aCompany()).member, (await aCompany()).member];
  await anEvent(mine, "sent long ago", daysAgo(31));
  await anEvent(theirs, "sent long ago", daysAgo(31));
  await anEvent(mine, "sent lately", daysAgo(29));
  await anEvent(mine, "never sent, however old", null);
  await aSignIn(mine, "ended long ago", daysAgo(181));
  await aSignIn(mine, "ended lately", daysAgo(179));
  const old = { expiresAt: daysAgo(181) };
  await aLink(mine, "used", { kind: "invitation", ...old, usedAt: daysAgo(185) });
  await aLink(mine, "withdrawn", { kind: "invitation", ...old, withdrawnAt: daysAgo(185) });
  await aLink(mine, "never used for a password", { kind: "password_reset", ...old });
  await aLink(mine, "an invitation still in the list", { kind: "invitation", ...old });
  await aLink(mine, "used lately", { kind: "invitation", expiresAt: daysAgo(100), usedAt: daysAgo(101) });

  expect(await dropOldRows(now)).toEqual({ events: 2, sessions: 1, links: 3 });
  expect(await left(mine)).toEqual({
    events: ["never sent, however old", "sent lately"],
    sessions: ["ended lately"],
    links: ["an invitation still in the list", "used lately"],
  });
  expect((await left(theirs)).events).toEqual([]);
  expect(await dropOldRows(now)).toEqual({ events: 0, sessions: 0, links: 0 });
});

test("at most so many go at a time, the oldest first", async () => {
  const { member } = await aCompany();
  for (const days of [40, 60, 50]) await anEvent(member, `sent ${days} days ago`, daysAgo(days));
  const dropped = await withoutCompany((tx) =>
    dropRows(tx, { sentBefore: daysAgo(30), endedBefore: daysAgo(180), atMost: 2 }),
  );
  expect(dropped.events).toBe(2);
  expect((await left(member)).events).toEqual(["sent 40 days ago"]);
});
