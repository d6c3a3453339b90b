import { expect, it } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import type { People } from "#server/users/schemas.ts";
import { personKey, toPersonRows } from "./person-row.ts";

const user = (name: string, active = true) => ({
  ...{ userId: newId("user"), name, email: `${name}@carrier.test`.toLowerCase(), active },
  ...{ role: "member" as const, billing: false, lastSignInAt: null },
});
const [ann, bob, cy] = [user("Ann"), user("Bob", false), user("Cy")];
const invited = {
  ...{ linkId: newId("link"), name: "Dee", email: "dee@carrier.test", role: "member" as const },
  ...{ billing: false, expiresAt: "2026-12-01T09:00:00Z", expired: false, invitedBy: null },
};
const people: People = {
  you: { userId: cy.userId, role: "admin", billing: false },
  users: [ann, bob, cy],
  invitations: [invited],
  activeAdmins: 1,
};

it("invitations come first and deactivated users last, and one's own line is marked", () => {
  const rows = toPersonRows(people, "");
  expect(rows.map(personKey)).toEqual([invited.linkId, ann.userId, cy.userId, bob.userId]);
  expect(rows.map((row) => row.kind === "user" && row.isYou)).toEqual([false, false, true, false]);
});

it.each([
  ["BOB", [bob.userId]],
  [" dee@ ", [invited.linkId]],
  ["nobody", []],
])("the search %j finds %j", (search, keys) => {
  expect(toPersonRows(people, search).map(personKey)).toEqual(keys);
});
