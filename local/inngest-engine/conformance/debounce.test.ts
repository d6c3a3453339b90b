import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { conformance, type Kit } from "../testing/scenario.ts";

/** Sends an event every `gap` ms while the function has not run; the gaps are what is tested. */
async function hitUntilFired(
  { client, trace }: Kit,
  event: string,
  label: string,
  gap: number,
): Promise<number> {
  const began = Date.now();
  for (let n = 1; trace.all(label).length === 0 && n < 60; n++) {
    await client.send({ name: event, data: { n, key: "k" } });
    await pause(gap);
  }
  return (trace.all(label)[0]?.at ?? Number.POSITIVE_INFINITY) - began;
}

conformance("debounce", [
  {
    guarantee: "the last event of each key wins, once the period has passed without another",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "credit",
          triggers: { event: "credit" },
          retries: 0,
          debounce: { key: "event.data.key", period: "2s" },
        },
        async ({ event }) => trace.add(String(event.data.key), event.data.n),
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send([1, 2].map((n) => ({ name: "credit", data: { n, key: "a" } })));
      await client.send({ name: "credit", data: { n: 7, key: "b" } });
      const sent = Date.now();
      await client.send({ name: "credit", data: { n: 3, key: "a" } });
      expect((await trace.until("a")).value).toBe(3);
      expect((await trace.until("b")).value).toBe(7);
      expect((trace.all("a")[0]?.at ?? 0) - sent).toBeGreaterThanOrEqual(2000);
      await harness.untilRun("credit", "Completed", 2);
      expect(trace.labels().toSorted()).toEqual(["a", "b"]);
    },
  },
  {
    guarantee: "a debounce that is hit again and again still fires at its timeout",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "capped",
          triggers: { event: "capped" },
          retries: 0,
          debounce: { key: "event.data.key", period: "2s", timeout: "4s" },
        },
        async ({ event }) => trace.add("fired", event.data.n),
      ),
    ],
    check: async (kit) => {
      const elapsed = await hitUntilFired(kit, "capped", "fired", 300);
      expect(elapsed).toBeGreaterThanOrEqual(4000);
      expect(elapsed).toBeLessThan(15_000);
    },
  },
]);
