import { expect } from "vitest";
import { conformance } from "../testing/scenario.ts";

conformance("steps", [
  {
    guarantee: "steps run once each, in order, and the function's return value is the run's output",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "order", triggers: { event: "order" }, retries: 0 }, async ({ step }) => {
        for (const name of ["first", "second", "third"]) await step.run(name, () => trace.add(name));
        trace.add("end");
        return { done: true };
      }),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "order" });
      await trace.until("end");
      expect(trace.labels().filter((label) => label !== "end")).toEqual(["first", "second", "third"]);
      await harness.untilRun("order", "Completed");
      expect(await harness.outputs("order")).toEqual([{ done: true }]);
    },
  },
  {
    guarantee: "a result is the same value after a replay, odd characters included",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "values", triggers: { event: "values" }, retries: 1 },
        async ({ step, attempt }) => {
          const value = await step.run("make", () => ({
            nul: "a\u0000b",
            n: 0.1,
            list: [null, "ü"],
            empty: undefined,
          }));
          const nothing = await step.run("nothing", () => undefined);
          if (attempt === 0) throw new Error("once more");
          trace.add("end", { value, nothing });
        },
      ),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "values" });
      const { value } = await trace.until("end");
      expect(value).toEqual({ value: { nul: "a\u0000b", n: 0.1, list: [null, "ü"] }, nothing: null });
    },
  },
  {
    guarantee: "a step id repeated in a loop is a step of its own each time",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "loop", triggers: { event: "loop" }, retries: 0 }, async ({ step }) => {
        const results: number[] = [];
        for (let i = 0; i < 4; i++) results.push(await step.run("same", () => i * 10));
        trace.add("end", results);
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "loop" });
      expect((await trace.until("end")).value).toEqual([0, 10, 20, 30]);
    },
  },
  {
    guarantee: "a sleep is not over early, nor long after",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "sleeper", triggers: { event: "sleeper" }, retries: 0 },
        async ({ step }) => {
          await step.run("before", () => trace.add("before"));
          await step.sleep("nap", "2s");
          await step.run("after", () => trace.add("after"));
        },
      ),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "sleeper" });
      const after = await trace.until("after");
      const before = await trace.until("before");
      expect(after.at - before.at).toBeGreaterThanOrEqual(1950);
      expect(after.at - before.at).toBeLessThan(8000);
    },
  },
  {
    guarantee: "step.sendEvent sends a batch once and answers its ids",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "sender", triggers: { event: "sender" }, retries: 0 }, async ({ step }) => {
        const events = Array.from({ length: 200 }, (_, n) => ({
          name: "sent",
          id: `sent-${n}`,
          data: { n },
        }));
        const { ids } = await step.sendEvent("fan", events);
        trace.add("ids", ids);
        await step.run("tail", () => trace.add("tail"));
      }),
      client.createFunction(
        { id: "receiver", triggers: { event: "sent" }, retries: 0 },
        async ({ event }) => {
          trace.add("received", event.data.n);
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "sender" });
      await trace.until("received", 200);
      await trace.until("tail");
      expect(trace.values("ids")[0]).toHaveLength(200);
      await harness.untilRun("receiver", "Completed", 200);
      expect(new Set(trace.values("received")).size).toBe(200);
      expect(trace.values("received")).toHaveLength(200);
    },
  },
  {
    guarantee: "an output too large for a call's body is fetched by the SDK",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "large", triggers: { event: "large" }, retries: 0 }, async ({ step }) => {
        const text = await step.run("make", () => "x".repeat(5 * 1024 * 1024));
        await step.sleep("nap", "1s");
        trace.add("end", text.length);
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "large" });
      expect((await trace.until("end")).value).toBe(5 * 1024 * 1024);
    },
  },
]);
