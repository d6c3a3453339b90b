import { expect } from "vitest";
import { conformance } from "../testing/scenario.ts";
import { busyStep, mostAtOnce } from "../testing/spans.ts";

conformance("flow control", [
  {
    guarantee: "no more calls per concurrency key than its limit, while other keys go on",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "keyed",
          triggers: { event: "keyed" },
          retries: 0,
          concurrency: { limit: 2, key: "event.data.company" },
        },
        async ({ event, step }) => {
          for (const name of ["one", "two"])
            await step.run(name, () => busyStep(trace, String(event.data.company), 150));
          trace.add("end");
        },
      ),
    ],
    check: async ({ client, trace }) => {
      const events = Array.from({ length: 8 }, (_, n) => ({
        name: "keyed",
        data: { company: n < 6 ? "a" : "b" },
      }));
      await client.send(events);
      await trace.until("end", 8);
      expect(mostAtOnce(trace, "a")).toBe(2);
      expect(mostAtOnce(trace, "b")).toBeLessThanOrEqual(2);
      // Six runs on one key take at least three rounds: the other company didn't wait for them.
      const lastB = trace.all("b:end").at(-1)?.at ?? 0;
      expect(lastB).toBeLessThan(trace.all("a:end").at(-1)?.at ?? 0);
    },
  },
  {
    guarantee: "two concurrency rules hold at once",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "doubly",
          triggers: { event: "doubly" },
          retries: 0,
          concurrency: [{ limit: 3 }, { limit: 1, key: "event.data.company" }],
        },
        async ({ event, step }) => {
          await step.run("work", async () => {
            await Promise.all([
              busyStep(trace, "all", 150),
              busyStep(trace, String(event.data.company), 150),
            ]);
          });
          trace.add("end");
        },
      ),
    ],
    check: async ({ client, trace }) => {
      const events = Array.from({ length: 10 }, (_, n) => ({
        name: "doubly",
        data: { company: `c${n % 5}` },
      }));
      await client.send(events);
      await trace.until("end", 10);
      expect(mostAtOnce(trace, "all")).toBeLessThanOrEqual(3);
      expect(mostAtOnce(trace, "all")).toBeGreaterThan(1);
      for (const company of ["c0", "c1", "c2", "c3", "c4"]) expect(mostAtOnce(trace, company)).toBe(1);
    },
  },
  {
    guarantee: "a concurrency rule of scope env is shared by the functions that name its key",
    functions: ({ client, trace }) =>
      ["left", "right"].map((id) =>
        client.createFunction(
          {
            id,
            triggers: { event: "shared" },
            retries: 0,
            concurrency: { limit: 1, key: "'the-one'", scope: "env" },
          },
          async ({ step }) => {
            await step.run("work", () => busyStep(trace, "shared", 100));
            trace.add("end");
          },
        ),
      ),
    check: async ({ client, trace }) => {
      await client.send([{ name: "shared" }, { name: "shared" }]);
      await trace.until("end", 4);
      expect(mostAtOnce(trace, "shared")).toBe(1);
    },
  },
  {
    guarantee: "throttled runs start in the order of their events, spaced by the period",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "throttled",
          triggers: { event: "throttled" },
          retries: 0,
          throttle: { limit: 2, period: "6s" },
        },
        async () => trace.add("start"),
      ),
    ],
    check: async ({ client, trace }) => {
      const sent = Date.now();
      await client.send(Array.from({ length: 4 }, () => ({ name: "throttled" })));
      await trace.until("start", 4);
      const [, second, third, fourth] = trace.all("start").map((mark) => mark.at - sent);
      expect(second).toBeLessThan(3000);
      expect(third).toBeGreaterThanOrEqual(3000);
      expect(fourth).toBeGreaterThanOrEqual(6000);
    },
  },
  {
    guarantee: "a rate limit drops what is beyond it",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "limited",
          triggers: { event: "limited" },
          retries: 0,
          rateLimit: { limit: 2, period: "60s", key: "event.data.company" },
        },
        async ({ event }) => trace.add("run", event.data.company),
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send(
        Array.from({ length: 6 }, (_, n) => ({ name: "limited", data: { company: n < 5 ? "a" : "b" } })),
      );
      await harness.untilRun("limited", "Completed", 3);
      expect(trace.values("run").toSorted()).toEqual(["a", "a", "b"]);
    },
  },
  {
    guarantee: "a singleton skips starts while its key is at work, or replaces the one at work",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "single", triggers: { event: "single" }, retries: 0, singleton: { mode: "skip" } },
        async ({ step }) => {
          trace.add("skip");
          await step.sleep("nap", "1s");
        },
      ),
      client.createFunction(
        {
          id: "newest",
          triggers: { event: "single" },
          retries: 0,
          singleton: { mode: "cancel", key: "event.data.key" },
        },
        async ({ event, step }) => {
          await step.sleep("nap", "1s");
          trace.add("newest", event.data.n);
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send([1, 2, 3].map((n) => ({ name: "single", data: { n, key: "k" } })));
      await harness.untilRun("newest", "Completed");
      await harness.untilRun("newest", "Cancelled", 2);
      await harness.untilRun("single", "Completed");
      expect(trace.values("newest")).toEqual([3]);
      expect(await harness.outputs("single")).toHaveLength(1);
    },
  },
  {
    guarantee: "batches are handed over when full, or when their time is up",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "batch", triggers: { event: "batch" }, retries: 0, batchEvents: { maxSize: 5, timeout: "2s" } },
        async ({ events }) =>
          trace.add(
            "batch",
            events.map((event: { data: { n?: unknown } }) => event.data.n),
          ),
      ),
    ],
    check: async ({ client, trace }) => {
      await client.send(Array.from({ length: 7 }, (_, n) => ({ name: "batch", data: { n } })));
      await trace.until("batch", 2);
      expect(trace.values("batch")).toEqual([
        [0, 1, 2, 3, 4],
        [5, 6],
      ]);
    },
  },
  {
    guarantee: "a run of higher priority starts before others that wait for the same slot",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "urgent",
          triggers: { event: "urgent" },
          retries: 0,
          concurrency: 1,
          priority: { run: "event.data.urgent ? 60 : 0" },
        },
        async ({ event, step }) => {
          await step.run("work", () => busyStep(trace, "work", 100));
          trace.add("end", event.data.n);
        },
      ),
    ],
    check: async ({ client, trace }) => {
      await client.send([0, 1, 2, 3].map((n) => ({ name: "urgent", data: { n, urgent: n === 3 } })));
      await trace.until("end", 4);
      expect(trace.values("end")).toEqual([3, 0, 1, 2]);
    },
  },
]);
