import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { readHealth, startEngineProcess } from "../testing/engine-process.ts";
import { eventually } from "../testing/eventually.ts";
import { type Harness, startHarnessIn } from "../testing/harness.ts";
import { busyStep, mostAtOnce } from "../testing/spans.ts";
import { createTrace, type Trace } from "../testing/trace.ts";

vi.setConfig({ testTimeout: 60_000 });

const LEASE = { INNGEST_ENGINE_LEASE_SECONDS: "2" };

function threeSteps({ client }: Harness, trace: Trace, milliseconds: number) {
  return client.createFunction(
    {
      id: "three",
      triggers: { event: "three" },
      retries: 3,
      concurrency: { limit: 2, key: "event.data.key" },
    },
    async ({ event, step }) => {
      for (const name of ["a", "b", "c"]) {
        await step.run(name, async () => {
          trace.add(`${event.data.n}${name}`);
          await busyStep(trace, "busy", milliseconds);
        });
      }
      trace.add("end", event.data.n);
    },
  );
}

const events = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: "three", data: { n, key: "k" } }));

describe.each([{ checkpointing: true }, { checkpointing: false }])(
  "checkpointing $checkpointing",
  ({ checkpointing }) => {
    test("killed and started again, the engine ends every run and repeats no saved step", async (context) => {
      const harness = await startHarnessIn(context, { checkpointing, settings: LEASE });
      const trace = createTrace();
      await harness.serve([threeSteps(harness, trace, 60)]);
      await harness.client.send(events(8));
      await trace.until("busy:end", 5);
      await harness.engine.kill();
      const saved = await harness.savedSteps();
      const before = new Map([...saved].map((label) => [label, trace.all(label).length]));
      await harness.restartEngine();
      await harness.untilRun("three", "Completed", 8);
      for (const label of saved) expect([label, trace.all(label).length]).toEqual([label, before.get(label)]);
      expect(await harness.jobsOf("three")).toBe(0);
    });
  },
);

test("a second engine stands by, takes over when the first is killed, and keeps the concurrency limit", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: false, settings: LEASE });
  const trace = createTrace();
  await harness.serve([threeSteps(harness, trace, 60)]);
  const standby = await startEngineProcess({
    INNGEST_ENGINE_DATABASE_URL: harness.database.url,
    INNGEST_ENGINE_APP_URL: harness.app.url,
    ...LEASE,
  });
  expect((await readHealth(standby.url))?.active).toBe(false);
  const refused = await fetch(`${standby.url}/e/key`, { method: "POST", body: JSON.stringify(events(1)) });
  expect(refused.status).toBe(503);
  await harness.client.send(events(6));
  await trace.until("busy:end", 3);
  await harness.engine.kill();
  await eventually("the standby is active", async () => (await readHealth(standby.url))?.active);
  await harness.untilRun("three", "Completed", 6);
  expect(mostAtOnce(trace, "busy")).toBeLessThanOrEqual(2);
  await standby.kill();
});

test("a step that takes longer than the lease runs once: its lease is renewed", async (context) => {
  const harness = await startHarnessIn(context, {
    checkpointing: true,
    settings: { INNGEST_ENGINE_LEASE_SECONDS: "1" },
  });
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction(
      { id: "slow", triggers: { event: "slow" }, retries: 3 },
      async ({ step }) => {
        await step.run("long", async () => {
          trace.add("long");
          await pause(3500);
        });
        trace.add("end");
      },
    ),
  ]);
  await harness.client.send({ name: "slow" });
  await trace.until("end");
  expect(trace.all("long")).toHaveLength(1);
});

test("a checkpoint of an earlier dispatch is refused with 409, one of the current is saved", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true, settings: LEASE });
  const { sql } = harness.database;
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction(
      { id: "fenced", triggers: { event: "fenced" }, retries: 3 },
      async ({ step }) => {
        await step.run("first", async () => {
          trace.add("first");
          await trace.until("let go");
        });
        await step.run("second", () => trace.add("second"));
      },
    ),
  ]);
  const dispatch = async () => {
    const [job] = await sql<{ id: string; gen: number }[]>`select id, gen from job where kind = 'call'`;
    return `${job?.id}.${job?.gen}`;
  };
  const checkpoint = (qi_id: string) =>
    fetch(`${harness.engine.url}/v1/checkpoint/run/async`, {
      method: "POST",
      body: JSON.stringify({ qi_id, steps: [{ id: "extra", op: "StepRun", data: 1 }] }),
    });
  await harness.client.send({ name: "fenced" });
  await trace.until("first");
  const overtaken = await dispatch();
  await sql`update job set lease = null`;
  await trace.until("first", 2);
  expect((await checkpoint(overtaken)).status).toBe(409);
  expect((await checkpoint(await dispatch())).status).toBe(200);
  trace.add("let go");
  await harness.untilRun("fenced", "Completed");
  expect(trace.all("second")).toHaveLength(1);
});

test("an engine whose parent died stops, and SIGTERM stops it promptly", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true, settings: LEASE });
  const settings = { INNGEST_ENGINE_DATABASE_URL: harness.database.url };
  const orphan = await startEngineProcess({ ...settings, LADING_PARENT_PID: "1" });
  await eventually("the orphan has stopped", () => orphan.child.exitCode !== null);
  const asked = Date.now();
  harness.engine.child.kill("SIGTERM");
  await eventually("the engine has stopped", () => harness.engine.child.exitCode === 0);
  expect(Date.now() - asked).toBeLessThan(3000);
});
