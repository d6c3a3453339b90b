import { describe, expect, it } from "vitest";
import { aUser } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { mayPass, ROLES } from "#server/auth/rules/permissions.ts";
import { allPaths, call, describeProcedure, idsInInput, type Outcome } from "./testing/call.ts";
import { PROCEDURES } from "./testing/procedures.ts";
import { aWorld, nowhere, type World } from "./testing/world.ts";

await testDatabase();

const mine = await aWorld();
const theirs = await aWorld();
const rows = Object.entries(PROCEDURES);

const everybody: [who: string, actor: Actor | undefined][] = [["signed out", undefined]];
for (const role of ROLES) {
  for (const billing of [false, true]) {
    const actor = await aUser(mine.company.scope, { role, billing });
    everybody.push([`${role}${billing ? " with Billing" : ""}`, actor]);
  }
}
const allRights = await aUser(mine.company.scope, { role: "admin", billing: true });

describe("the table of procedures", () => {
  it("has a row for every procedure, and no row for one that is gone", () => {
    expect(Object.keys(PROCEDURES).toSorted()).toEqual(allPaths.toSorted());
  });

  it.each(allPaths)("has another company's ids for %s, where its input names ids", (path) => {
    const { notFound = [], findsNothing = [] } = PROCEDURES[path] ?? {};
    if (idsInInput(path).length > 0) expect(notFound.length + findsNothing.length).toBeGreaterThan(0);
  });
});

describe.each(rows)("%s", (path, { gate, notFound = [], findsNothing = [] }) => {
  it(`says its gate is ${gate}`, () => {
    expect(describeProcedure(path).meta).toEqual({ gate });
  });

  it("is open to those who may pass the gate, and to nobody else", async () => {
    const answers: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const [who, actor] of everybody) {
      answers[who] = passage(await call(path, actor));
      expected[who] = passageThrough(actor, gate);
    }
    expect(answers).toEqual(expected);
  });

  it.each(notFound)(
    "answers not_found for another company's ids, as for ids of nothing (%#)",
    async (input) => {
      const foreign = await call(path, allRights, input(theirs.world, mine.world));
      expect(foreign).toMatchObject({ code: "NOT_FOUND" });
      expect(foreign).toEqual(await call(path, allRights, input(nowhere(), mine.world)));
      expect(await call(path, allRights, input(mine.world, mine.world))).toMatchObject({ code: "ok" });
    },
  );

  it.each(findsNothing)(
    "finds as little with another company's ids as with ids of nothing (%#)",
    async (input) => {
      const none = nowhere();
      const foreign = await call(path, allRights, input(theirs.world, mine.world));
      expect(foreign).toMatchObject({ code: "ok" });
      expect(withoutIds(foreign, theirs.world)).toEqual(
        withoutIds(await call(path, allRights, input(none, mine.world)), none),
      );
    },
  );
});

function passage({ code }: Outcome): string {
  return code === "UNAUTHORIZED" || code === "FORBIDDEN" ? code : "passes";
}

function passageThrough(actor: Actor | undefined, gate: Parameters<typeof mayPass>[0]): string {
  if (!actor) return "UNAUTHORIZED";
  return mayPass(gate, actor) ? "passes" : "FORBIDDEN";
}

/** The outcome with the ids that were asked for made alike. */
function withoutIds(outcome: Outcome, world: World): string {
  let text = JSON.stringify(outcome);
  for (const [kind, id] of Object.entries(world)) text = text.replaceAll(id, kind);
  return text;
}
