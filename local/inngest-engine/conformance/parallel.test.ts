import { expect } from "vitest";
import { conformance } from "../testing/scenario.ts";

conformance("parallel steps", [
  {
    guarantee: "fifty parallel steps run once each before the function goes on",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "fan", triggers: { event: "fan" }, retries: 0 }, async ({ step }) => {
        const steps = Array.from({ length: 50 }, (_, n) =>
          step.run(`part-${n}`, () => {
            trace.add("part", n);
            return n;
          }),
        );
        const parts = await Promise.all(steps);
        trace.add(
          "sum",
          parts.reduce((sum, n) => sum + n, 0),
        );
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "fan" });
      expect((await trace.until("sum")).value).toBe(1225);
      expect(trace.all("part")).toHaveLength(50);
      expect(new Set(trace.values("part")).size).toBe(50);
    },
  },
  {
    guarantee: "parallel chains end and the steps after them run once, in sequence",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "chains", triggers: { event: "chains" }, retries: 0 }, async ({ step }) => {
        const chain = async (name: string) => {
          await step.run(`${name}-1`, () => trace.add(`${name}-1`));
          await step.sleep(`${name}-nap`, "1s");
          await step.run(`${name}-2`, () => trace.add(`${name}-2`));
        };
        await Promise.all([chain("a"), chain("b"), step.run("c", () => trace.add("c"))]);
        await step.run("tail-1", () => trace.add("tail-1"));
        await step.run("tail-2", () => trace.add("tail-2"));
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "chains" });
      await trace.until("tail-2");
      const labels = trace.labels();
      expect(labels.toSorted()).toEqual(["a-1", "a-2", "b-1", "b-2", "c", "tail-1", "tail-2"]);
      expect(labels.slice(-2)).toEqual(["tail-1", "tail-2"]);
    },
  },
  {
    guarantee: "a race goes on with its first member while the others are pending",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "race", triggers: { event: "race" }, retries: 0 },
        async ({ step, group }) => {
          const winner = await group.parallel({ mode: "race" }, () =>
            Promise.race([
              step.run("fast", () => "fast"),
              step.waitForEvent("slow", { event: "late", timeout: "1h" }).then(() => "slow"),
            ]),
          );
          await step.run("tail", () => trace.add("tail", winner));
          trace.add("end");
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "race" });
      await trace.until("end");
      expect(trace.values("tail")).toEqual(["fast"]);
      // The SDK ends the function when nothing of it is pending any more.
      await client.send({ name: "late" });
      await harness.untilRun("race", "Completed");
      expect(await harness.jobsOf("race")).toBe(0);
    },
  },
  {
    guarantee: "a parallel step that fails is retried alone, and caught like any other",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "partial", triggers: { event: "partial" }, retries: 1 },
        async ({ step }) => {
          const results = await Promise.allSettled([
            step.run("good", () => trace.add("good")),
            step.run("bad", () => {
              trace.add("bad");
              throw new Error("never works");
            }),
          ]);
          trace.add(
            "end",
            results.map((result) => result.status),
          );
        },
      ),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "partial" });
      expect((await trace.until("end")).value).toEqual(["fulfilled", "rejected"]);
      expect(trace.all("good")).toHaveLength(1);
      expect(trace.all("bad")).toHaveLength(2);
    },
  },
]);
