import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesce } from "./coalesce.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what comes within the time is handed over at once, in order", async () => {
  const seen: number[][] = [];
  const values = coalesce<number>(300, async (batch) => seen.push(batch));
  values.add(1);
  await vi.advanceTimersByTimeAsync(299);
  values.add(2);
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(seen).toEqual([[1, 2]]);
});

test("steady change never starts a second hand-over before the first is through, and loses nothing", async () => {
  const seen: number[][] = [];
  let underway = 0;
  const values = coalesce<number>(300, async (batch) => {
    underway += 1;
    expect(underway).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    seen.push(batch);
    underway -= 1;
  });
  for (let value = 0; value < 40; value += 1) {
    values.add(value);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen.flat()).toEqual(Array.from({ length: 40 }, (_, value) => value));
  expect(seen).toHaveLength(4);
});

test("nothing is handed over after the end", async () => {
  const handOver = vi.fn(async () => undefined);
  const values = coalesce<number>(300, handOver);
  values.add(1);
  values.cancel();
  await vi.advanceTimersByTimeAsync(1000);
  expect(handOver).not.toHaveBeenCalled();
});
