import { expect, test } from "vitest";
import { createRunList } from "./run-list.ts";

test("what uses a server stops before it, whatever the order they started in", async () => {
  const runs = createRunList();
  const stopped: string[] = [];
  for (const role of ["postgres", "app", "sandbox", "script", "engine"] as const) {
    runs.add(role, { stop: async () => stopped.push(role) });
  }
  await runs.stopAll();
  expect(stopped).toEqual(["script", "app", "engine", "sandbox", "postgres"]);
});

test("what starts while everything stops is stopped too", async () => {
  const runs = createRunList();
  await runs.stopAll();
  const stopped: string[] = [];
  runs.add("engine", { stop: async () => stopped.push("engine") });
  expect(stopped).toEqual(["engine"]);
});
