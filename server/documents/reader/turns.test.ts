import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

/** Work that notes its begin and how much runs beside it, and yields a few times before it ends. */
function desk(size: number) {
  const turns = new Turns(size);
  const begun: string[] = [];
  const running = new Set<string>();
  let most = 0;
  const bring = (name: string, key = name.charAt(0)) =>
    turns.run(key, async () => {
      begun.push(name);
      running.add(name);
      most = Math.max(most, running.size);
      for (let step = 0; step < 5; step++) await Promise.resolve();
      running.delete(name);
      if (name.endsWith("!")) throw new Error(name);
      return name;
    });
  return { bring, begun, most: () => most };
}

test("who brings many is served between the others", async () => {
  const { bring, begun } = desk(1);
  await Promise.all(["a1", "a2", "a3", "b1", "c1"].map((name) => bring(name)));
  expect(begun).toEqual(["a1", "b1", "c1", "a2", "a3"]);
});

test("there is never more at a time than there are places, and one of each key", async () => {
  const { bring, most } = desk(2);
  await Promise.all(["a1", "b1", "c1", "d1"].map((name) => bring(name)));
  expect(most()).toBe(2);
  const alone = desk(2);
  await Promise.all(["a1", "a2", "a3"].map((name) => alone.bring(name)));
  expect(alone.most()).toBe(1);
});

test("what fails gives its place on, and fails alone", async () => {
  const { bring } = desk(1);
  const results = await Promise.allSettled(["a1!", "a2", "b1"].map((name) => bring(name)));
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
});
