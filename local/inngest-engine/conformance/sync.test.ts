import { expect, test, vi } from "vitest";
import { readHealth } from "../testing/engine-process.ts";
import { eventually } from "../testing/eventually.ts";
import { type Harness, startHarnessIn } from "../testing/harness.ts";
import { createTrace } from "../testing/trace.ts";

vi.setConfig({ testTimeout: 60_000 });

const cronJobs = async ({ database }: Harness) => {
  const rows = await database.sql<{ key: string }[]>`select key from job where kind = 'cron' order by key`;
  return rows.map((row) => row.key);
};

test("a cron that is changed or removed at a sync leaves nothing behind; one that stays keeps its date", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true });
  const daily = (id: string, cron: string) =>
    harness.client.createFunction({ id, triggers: { cron } }, () => null);
  await harness.serve([
    daily("stays", "0 1 * * *"),
    daily("changes", "0 2 * * *"),
    daily("goes", "0 3 * * *"),
  ]);
  await harness.database.sql`update job set at = '2099-01-01' where key = 'cron app-stays 0 1 * * *'`;
  await harness.serve([daily("stays", "0 1 * * *"), daily("changes", "30 2 * * *")]);
  await eventually(
    "the crons are those of the new functions",
    async () => (await cronJobs(harness)).length === 2,
  );
  expect(await cronJobs(harness)).toEqual(["cron app-changes 30 2 * * *", "cron app-stays 0 1 * * *"]);
  const rows = await harness.database.sql`select at from job where key like 'cron app-stays%'`;
  expect(rows[0]?.at).toEqual(new Date("2099-01-01"));
});

test("ticks missed while no engine ran are made up for by one run, and the cron goes on", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true });
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction(
      { id: "nightly", triggers: { cron: "TZ=America/New_York 0 1 * * *" } },
      ({ event }) => trace.add("tick", event.data),
    ),
  ]);
  await harness.engine.kill();
  await harness.database.sql`update job set at = now() - interval '3 days' where kind = 'cron'`;
  await harness.restartEngine();
  await trace.until("tick");
  await harness.untilRun("nightly", "Completed");
  expect(await harness.outputs("nightly")).toHaveLength(1);
  const rows = await harness.database.sql`select at from job where kind = 'cron'`;
  expect(rows[0]?.at.getTime()).toBeGreaterThan(Date.now());
});

test("events that pour in while the app is synced again and again all start their runs", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true });
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction({ id: "poured", triggers: { event: "poured" }, retries: 0 }, ({ event }) =>
      trace.add("run", event.data.n),
    ),
  ]);
  const described = await fetch(harness.app.url, {
    method: "PUT",
    headers: { "x-inngest-sync-kind": "in_band", "content-type": "application/json" },
    body: JSON.stringify({ url: harness.app.url }),
  });
  const { functions } = await described.json();
  for (let n = 0; n < 40; n++) {
    const changed = [
      ...functions,
      ...(n % 2 ? [{ ...functions[0], id: `app-extra-${n}`, triggers: [] }] : []),
    ];
    const body = JSON.stringify({ url: harness.app.url, appName: "app", functions: changed });
    const register = fetch(`${harness.engine.url}/fn/register`, { method: "POST", body });
    const sends = [0, 1, 2].map((m) => harness.client.send({ name: "poured", data: { n: n * 3 + m } }));
    await Promise.all([register, ...sends]);
  }
  await trace.until("run", 120);
  expect(new Set(trace.values("run")).size).toBe(120);
});

test("an app that is down costs no attempt", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true });
  const trace = createTrace();
  const run = harness.client.createFunction(
    { id: "patient", triggers: { event: "patient" }, retries: 0 },
    ({ attempt }) => trace.add("run", attempt),
  );
  await harness.serve([run]);
  const port = Number(new URL(harness.app.url).port);
  await harness.app.close();
  await harness.client.send({ name: "patient" });
  await eventually("the engine has knocked twice", async () => {
    const [job] = await harness.database.sql`select gen from job where kind = 'call'`;
    return job?.gen >= 2;
  });
  await harness.reopenApp(port, [run]);
  expect((await trace.until("run")).value).toBe(0);
});

test("something else at the app's address is a failed attempt, whatever it answers", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true });
  const trace = createTrace();
  const run = harness.client.createFunction(
    { id: "shadowed", triggers: { event: "shadowed" }, retries: 3 },
    ({ attempt }) => trace.add("run", attempt),
  );
  await harness.serve([run]);
  harness.app.handle((request, response) => {
    request.resume();
    trace.add("stand-in");
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>");
  });
  await harness.client.send({ name: "shadowed" });
  await trace.until("stand-in");
  await harness.serve([run]);
  expect((await trace.until("run")).value).toBeGreaterThan(0);
});

test("two apps on one engine serve their own functions", async (context) => {
  const harness = await startHarnessIn(context, { checkpointing: true });
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction({ id: "first", triggers: { event: "both" } }, () => trace.add("first")),
  ]);
  const second = await harness.addApp("second", (client) => [
    client.createFunction({ id: "first", triggers: { event: "both" } }, () => trace.add("second")),
  ]);
  await harness.client.send({ name: "both" });
  await trace.until("first");
  await trace.until("second");
  await second.close();
});

test("signed mode: calls, syncs and checkpoints carry proof of the key, and nothing goes without", async (context) => {
  const signingKey = `signkey-test-${"ab".repeat(32)}`;
  const harness = await startHarnessIn(context, {
    checkpointing: true,
    settings: { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: "event-key" },
    client: { isDev: false, signingKey, eventKey: "event-key" },
  });
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction(
      { id: "signed", triggers: { event: "signed" }, retries: 0 },
      async ({ step }) => {
        for (const name of ["a", "b"]) await step.run(name, () => trace.add(name));
        trace.add("end");
      },
    ),
  ]);
  await harness.client.send({
    name: "signed",
    data: { text: "ü \u2028", n: 1e21, nested: { b: 1, a: [0.1] } },
  });
  await trace.until("end");
  await harness.untilRun("signed", "Completed");
  const post = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${harness.engine.url}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify({ name: "signed" }),
    });
  expect((await post("/e/wrong-key")).status).toBe(401);
  expect((await post("/v1/checkpoint/x/async")).status).toBe(401);
  expect((await post("/fn/register", { authorization: "Bearer signkey-test-00" })).status).toBe(401);
  expect((await fetch(harness.app.url, { method: "POST", body: "{}" })).status).toBe(401);
});

test("an app with another signing key is not registered", async (context) => {
  const harness = await startHarnessIn(context, {
    checkpointing: true,
    settings: { INNGEST_SIGNING_KEY: `signkey-test-${"ab".repeat(32)}` },
    client: { isDev: false, signingKey: `signkey-test-${"cd".repeat(32)}`, eventKey: "event-key" },
  });
  void harness
    .serve([harness.client.createFunction({ id: "foreign", triggers: { event: "foreign" } }, () => null)])
    .catch(() => undefined);
  await eventually("the engine has reported the refusal", () =>
    harness.engine.log().includes("answered 401"),
  );
  expect((await readHealth(harness.engine.url))?.functions).toBe(0);
});
