import { expect } from "vitest";
import { conformance } from "../testing/scenario.ts";

conformance("events", [
  {
    guarantee: "an event id starts a function once, however often it is sent",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "idempotent", triggers: { event: "idempotent" }, retries: 0 },
        async ({ event }) => trace.add("run", event.id),
      ),
    ],
    check: async ({ client, trace, harness }) => {
      const event = { name: "idempotent", id: "batch-1" };
      const { ids } = await client.send([event, event]);
      expect(ids).toEqual(["batch-1", "batch-1"]);
      await client.send(event);
      await client.send({ ...event, id: "batch-2" });
      await harness.untilRun("idempotent", "Completed", 2);
      expect(trace.values("run").toSorted()).toEqual(["batch-1", "batch-2"]);
    },
  },
  {
    guarantee: "a POST that is repeated with its seed yields the same ids and starts nothing twice",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "seeded", triggers: { event: "seeded" }, retries: 0 }, async ({ event }) =>
        trace.add("run", event.data.n),
      ),
    ],
    check: async ({ trace, harness }) => {
      const post = async () => {
        const response = await fetch(`${harness.engine.url}/e/key`, {
          method: "POST",
          headers: { "x-inngest-event-id-seed": `1700000000000,${Buffer.alloc(10, 7).toString("base64")}` },
          body: JSON.stringify([1, 2, 3].map((n) => ({ name: "seeded", data: { n } }))),
        });
        return response.json();
      };
      const [first, second] = [await post(), await post()];
      expect(first).toEqual(second);
      expect(new Set(first.ids).size).toBe(3);
      await harness.untilRun("seeded", "Completed", 3);
      expect(trace.values("run").toSorted()).toEqual([1, 2, 3]);
    },
  },
  {
    guarantee: "the idempotency expression starts one run per value",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "per-invoice",
          triggers: { event: "per-invoice" },
          retries: 0,
          idempotency: "event.data.invoiceId",
        },
        async ({ event }) => trace.add("run", event.data.invoiceId),
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send(
        ["a", "a", "b", "a"].map((invoiceId) => ({ name: "per-invoice", data: { invoiceId } })),
      );
      await harness.untilRun("per-invoice", "Completed", 2);
      expect(trace.values("run").toSorted()).toEqual(["a", "b"]);
    },
  },
  {
    guarantee: "triggers match by expression and by wildcard",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "large-only",
          triggers: { event: "amount", if: "event.data.cents >= 100 && event.data.rate < 0.5" },
          retries: 0,
        },
        async ({ event }) => trace.add("large", event.data.cents),
      ),
      client.createFunction({ id: "wild", triggers: { event: "load/*" }, retries: 0 }, async ({ event }) =>
        trace.add("wild", event.name),
      ),
    ],
    check: async ({ client, trace, harness }) => {
      const amounts = [
        { cents: 99, rate: 0.1 },
        { cents: 100, rate: 0.25 },
        { cents: 500, rate: 0.75 },
        { cents: 700 },
      ];
      await client.send([
        ...amounts.map((data) => ({ name: "amount", data })),
        { name: "load/booked" },
        { name: "loads/booked" },
      ]);
      await harness.untilRun("large-only", "Completed");
      await harness.untilRun("wild", "Completed");
      expect(trace.values("large")).toEqual([100]);
      expect(trace.values("wild")).toEqual(["load/booked"]);
    },
  },
  {
    guarantee: "a wait ends with the matching event, and with null at its timeout",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "waiter", triggers: { event: "waiter" }, retries: 0 },
        async ({ event, step }) => {
          const answer = await step.waitForEvent("answer", {
            event: "answer",
            timeout: "3s",
            match: "data.key",
          });
          trace.add(String(event.data.key), answer?.data.value ?? null);
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send([1, 2].map((key) => ({ name: "waiter", data: { key } })));
      await harness.untilWaits(2);
      await client.send({ name: "answer", data: { key: 1, value: "yes" } });
      expect((await trace.until("1")).value).toBe("yes");
      expect((await trace.until("2")).value).toBeNull();
    },
  },
  {
    guarantee: "an invoked function's output, or its error, is the step's",
    functions: ({ client, trace }) => {
      const callee = client.createFunction(
        { id: "callee", triggers: { event: "callee" }, retries: 0 },
        async ({ event, step }) => {
          if (event.data.fail) throw new RangeError("refused");
          return step.run("double", () => event.data.n * 2);
        },
      );
      const caller = client.createFunction(
        { id: "caller", triggers: { event: "caller" }, retries: 0 },
        async ({ step }) => {
          const doubled = await step.invoke("ok", { function: callee, data: { n: 21 } });
          const error = await step
            .invoke("bad", { function: callee, data: { fail: true } })
            .catch((reason: Error) => reason);
          trace.add("end", { doubled, message: error instanceof Error ? error.message : undefined });
        },
      );
      return [callee, caller];
    },
    check: async ({ client, trace }) => {
      await client.send({ name: "caller" });
      expect((await trace.until("end")).value).toEqual({ doubled: 42, message: "refused" });
    },
  },
  {
    guarantee: "cancelOn ends the run whose event matches, and only that",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "cancellable",
          triggers: { event: "begin" },
          retries: 0,
          cancelOn: [{ event: "stop", match: "data.key" }],
        },
        async ({ event, step }) => {
          await step.run("start", () => trace.add("start"));
          await step.sleep("nap", "2s");
          trace.add("end", event.data.key);
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send(["a", "b"].map((key) => ({ name: "begin", data: { key } })));
      await trace.until("start", 2);
      await client.send({ name: "stop", data: { key: "a" } });
      await harness.untilRun("cancellable", "Cancelled");
      await harness.untilRun("cancellable", "Completed");
      expect(trace.values("end")).toEqual(["b"]);
    },
  },
  {
    guarantee: "a run that is deleted ends without going on",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "deleted", triggers: { event: "deleted" }, retries: 0 },
        async ({ step, runId }) => {
          await step.run("start", () => trace.add("start", runId));
          await step.sleep("nap", "30s");
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "deleted" });
      const { value } = await trace.until("start");
      await fetch(`${harness.engine.url}/v1/runs/${value}`, { method: "DELETE" });
      await harness.untilRun("deleted", "Cancelled");
      expect(await harness.jobsOf("deleted")).toBe(0);
    },
  },
]);
