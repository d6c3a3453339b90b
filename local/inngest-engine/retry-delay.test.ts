import { expect, test } from "vitest";
import { retryAt } from "./retry-delay.ts";

const now = new Date(0);

test("four retries outlast a deploy: they span minutes, each with jitter", () => {
  const delays = [0, 1, 2, 3].map(
    (attempt) => retryAt(attempt, now, { override: undefined }).getTime() / 1000,
  );
  for (const [attempt, seconds] of [15, 30, 60, 120].entries()) {
    expect(delays[attempt]).toBeGreaterThanOrEqual(seconds);
    expect(delays[attempt]).toBeLessThanOrEqual(seconds + 30);
  }
});

test("an override repeats its last value, and Retry-After wins over both", () => {
  expect(retryAt(5, now, { override: [1, 2] }).getTime()).toBe(2000);
  const retryAfter = new Date(77);
  expect(retryAt(0, now, { override: [1], retryAfter })).toBe(retryAfter);
});
