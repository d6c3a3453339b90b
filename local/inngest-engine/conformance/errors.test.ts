import {
  type FailureEventArgs,
  type GetStepTools,
  type Inngest,
  NonRetriableError,
  RetryAfterError,
} from "inngest";
import { expect } from "vitest";
import { conformance } from "../testing/scenario.ts";

type FailureArgs = FailureEventArgs & { step: GetStepTools<Inngest> };

conformance("errors", [
  {
    guarantee: "a retry keeps the steps that were done",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "retry", triggers: { event: "retry" }, retries: 3 }, async ({ step }) => {
        await step.run("kept", () => trace.add("kept"));
        await step.run("shaky", () => {
          trace.add("shaky");
          if (trace.all("shaky").length < 3) throw new Error("not yet");
        });
        await step.run("tail", () => trace.add("tail"));
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "retry" });
      await trace.until("tail");
      expect(trace.labels()).toEqual(["kept", "shaky", "shaky", "shaky", "tail"]);
    },
  },
  {
    guarantee: "each step has its own attempts",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "budget", triggers: { event: "budget" }, retries: 1 }, async ({ step }) => {
        for (const name of ["a", "b", "c"]) {
          await step.run(name, () => {
            trace.add(name);
            if (trace.all(name).length < 2) throw new Error("first time");
          });
        }
        trace.add("end");
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "budget" });
      await trace.until("end");
      expect(trace.labels().filter((label) => label !== "end")).toEqual(["a", "a", "b", "b", "c", "c"]);
    },
  },
  {
    guarantee: "onFailure starts exactly once, with the original event and the error",
    functions: ({ client, trace }) => [
      client.createFunction(
        {
          id: "failing",
          triggers: { event: "failing" },
          retries: 1,
          onFailure: async ({ event, error, step }: FailureArgs) => {
            await step.run("note", () =>
              trace.add("failure", {
                original: event.data.event.data,
                run: event.data.run_id,
                message: error.message,
              }),
            );
          },
        },
        async ({ step, runId }) => {
          trace.add("run", runId);
          await Promise.all([
            step.run("one", () => Promise.reject(new Error("broken"))),
            step.run("two", () => Promise.reject(new Error("broken"))),
          ]);
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "failing", data: { invoiceId: "inv_1" } });
      const { value } = await trace.until("failure");
      expect(value).toEqual({
        original: { invoiceId: "inv_1" },
        run: trace.values("run")[0],
        message: "broken",
      });
      await harness.untilRun("failing-failure", "Completed");
      expect(trace.all("failure")).toHaveLength(1);
    },
  },
  {
    guarantee: "a NonRetriableError ends the run at its first attempt",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "fatal", triggers: { event: "fatal" }, retries: 5 }, async ({ step }) => {
        await step.run("once", () => {
          trace.add("once");
          throw new NonRetriableError("no use");
        });
      }),
      client.createFunction({ id: "fatal-fn", triggers: { event: "fatal" }, retries: 5 }, async () => {
        trace.add("fn");
        throw new NonRetriableError("no use");
      }),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "fatal" });
      await harness.untilRun("fatal", "Failed");
      await harness.untilRun("fatal-fn", "Failed");
      expect(trace.labels().toSorted()).toEqual(["fn", "once"]);
      expect(await harness.outputs("fatal-fn")).toMatchObject([{ message: "no use" }]);
    },
  },
  {
    guarantee: "a failed step can be caught and the run goes on",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "caught", triggers: { event: "caught" }, retries: 1 }, async ({ step }) => {
        const caught = await step
          .run("bad", () => Promise.reject(new TypeError("nope")))
          .catch((error: Error) => error);
        await step.run("tail", () => trace.add("tail", caught instanceof Error ? caught.message : caught));
      }),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "caught" });
      expect((await trace.until("tail")).value).toBe("nope");
      await harness.untilRun("caught", "Completed");
    },
  },
  {
    guarantee: "a RetryAfterError sets the time of the next attempt",
    functions: ({ client, trace }) => [
      client.createFunction({ id: "later", triggers: { event: "later" }, retries: 2 }, async ({ step }) => {
        await step.run("wait", () => {
          trace.add("attempt");
          if (trace.all("attempt").length === 1) throw new RetryAfterError("busy", 2000);
        });
        trace.add("end");
      }),
    ],
    check: async ({ client, trace }) => {
      await client.send({ name: "later" });
      await trace.until("end");
      const [first, second] = trace.all("attempt");
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1900);
    },
  },
  {
    guarantee: "a throw outside of steps is retried until the attempts are used up",
    functions: ({ client, trace }) => [
      client.createFunction(
        { id: "thrower", triggers: { event: "thrower" }, retries: 2 },
        async ({ attempt }) => {
          trace.add("attempt", attempt);
          throw new Error("always");
        },
      ),
    ],
    check: async ({ client, trace, harness }) => {
      await client.send({ name: "thrower" });
      await harness.untilRun("thrower", "Failed");
      expect(trace.values("attempt")).toEqual([0, 1, 2]);
      expect(await harness.outputs("thrower")).toMatchObject([{ name: "Error", message: "always" }]);
    },
  },
]);
