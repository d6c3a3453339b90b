import { expect, test } from "vitest";
import { eventIdSource, ulid } from "./ids.ts";

test("ids sort by time", () => {
  const ids = [1, 1_000, 1_700_000_000_000, 1_800_000_000_000].map((time) => ulid(time));
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
});

test("a seed gives the same ids again, another one for each event", () => {
  const seed = `1700000000000,${Buffer.alloc(10, 255).toString("base64")}`;
  const ids = Array.from({ length: 500 }, (_, index) => eventIdSource(seed, 0)(index));
  expect(new Set(ids).size).toBe(500);
  expect(eventIdSource(seed, 1)(7)).toBe(ids[7]);
});

test.each([undefined, "", "abc", "1700000000000,dG9vIHNob3J0"])(
  "without a proper seed (%j) ids are random",
  (seed) => {
    const next = eventIdSource(seed, 1_700_000_000_000);
    expect(next(0)).not.toBe(next(0));
  },
);
