import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { creditObstacle, type ObstacleFacts, obstacleNotice } from "./obstacle.ts";

const ready: ObstacleFacts = { method: "factoring", integrationStatus: "active", mcNumber: "412907" };

test.each<[string, Partial<ObstacleFacts>, ReturnType<typeof creditObstacle>]>([
  ["factored, connected, with MC", {}, null],
  ["a login not verified yet is tried", { integrationStatus: "unverified" }, null],
  ["invoiced by e-mail", { method: "email" }, "not_factored"],
  ["no method for the subsidiary", { method: null }, "not_factored"],
  ["no login", { integrationStatus: null }, "not_connected"],
  ["disconnected", { integrationStatus: "disconnected" }, "not_connected"],
  ["login refused by OTR", { integrationStatus: "rejected" }, "login_rejected"],
  ["no MC number", { mcNumber: null }, "no_mc"],
  [
    "no MC number and no login: the login comes first",
    { mcNumber: null, integrationStatus: null },
    "not_connected",
  ],
])("%s", (_name, facts, obstacle) => {
  expect(creditObstacle({ ...ready, ...facts })).toBe(obstacle);
});

test("only those who may connect OTR get the link; the others are told whom to ask (R24)", () => {
  const place = {
    customerId: newId("customer"),
    subsidiaryId: newId("subsidiary"),
    subsidiaryName: "North River",
  };
  const admin = obstacleNotice("not_connected", place, { role: "admin", billing: false });
  expect(admin.fix?.href).toBe(`/management/integrations?subsidiary=${place.subsidiaryId}`);
  const biller = obstacleNotice("not_connected", place, { role: "member", billing: true });
  expect(biller).toMatchObject({ fix: null, sentence: expect.stringContaining("Ask an admin") });
  expect(obstacleNotice("no_mc", place, { role: "member", billing: false }).fix?.href).toBe(
    `/customers/${place.customerId}#mc-number`,
  );
});
