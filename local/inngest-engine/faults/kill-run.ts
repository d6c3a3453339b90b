import { setTimeout as pause } from "node:timers/promises";
import { startEngineProcess, untilSynced } from "../testing/engine-process.ts";
import { eventually } from "../testing/eventually.ts";
import { freePort } from "../testing/free-port.ts";
import { startNodeProcess } from "../testing/node-process.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { seededRandom } from "./seeded-random.ts";
import { ANSWER_EVENTS, WANTED_RUNS, WORKLOAD_EVENTS } from "./workload.ts";

/** E kills the engine, A the app; each is started again at once. */
export type KillPlan = { kills: string; checkpointing: "on" | "off"; seed: number };

export type KillOutcome = {
  completed: number;
  failed: number;
  wrongOutputs: number;
  /** Completed runs per function, which must be the wanted ones. */
  perFunction: Record<string, number>;
  /** Steps that were saved when a kill came and began again after it. */
  savedStepsRepeated: number;
  /** Steps that began more than once, saved or not. */
  stepsRepeated: number;
  jobsLeft: number;
  callsInFlight: number[];
  seconds: number;
};

const APP_MAIN = new URL("./workload-app.ts", import.meta.url);
const FUNCTION_COUNT = Object.keys(WANTED_RUNS).length;
const DEADLINE_MS = 120_000;

/** Runs the workload while the engine and the app are killed at random moments, and counts what came of it. */
export async function runWithKills({ kills, checkpointing, seed }: KillPlan): Promise<KillOutcome> {
  const began = Date.now();
  const random = seededRandom(seed);
  const database = await createTestDatabase();
  const { sql } = database;
  await sql`create table public.note (run text, step text)`;
  const [enginePort, appPort] = await Promise.all([freePort(), freePort()]);
  const startEngine = () =>
    startEngineProcess({
      INNGEST_ENGINE_DATABASE_URL: database.url,
      INNGEST_ENGINE_PORT: String(enginePort),
      INNGEST_ENGINE_APP_URL: `http://127.0.0.1:${appPort}/api/inngest`,
      INNGEST_ENGINE_RETRY_SECONDS: "0.5",
      INNGEST_ENGINE_LEASE_SECONDS: "3",
    });
  const engineUrl = `http://127.0.0.1:${enginePort}`;
  const startApp = () =>
    startNodeProcess(APP_MAIN, {
      DATABASE_URL: database.url,
      ENGINE_URL: engineUrl,
      APP_PORT: String(appPort),
      CHECKPOINTING: checkpointing,
    });
  let [engine, app] = await Promise.all([startEngine(), startApp()]);
  await untilSynced(engineUrl, FUNCTION_COUNT);

  await send(engineUrl, WORKLOAD_EVENTS);
  const answering = answerWhenAsked(database, engineUrl);
  const ledger = new Map<string, number>();
  const callsInFlight: number[] = [];
  for (const victim of kills) {
    await pause(500 + random() * 900);
    if (victim === "E") await engine.kill();
    else await app.kill();
    callsInFlight.push(await rememberSaved(database, ledger));
    if (victim === "E") engine = await startEngine();
    else app = await startApp();
  }
  await answering;
  await eventually("all runs have ended", () => allEnded(database), DEADLINE_MS);
  const outcome = await readOutcome(database, ledger);
  await Promise.all([engine.kill(), app.kill()]);
  await database.drop();
  return { ...outcome, callsInFlight, seconds: Math.round((Date.now() - began) / 100) / 10 };
}

/** Posts the events, which have ids, until they are acknowledged. */
async function send(engineUrl: string, events: object[]): Promise<void> {
  await eventually("the events are acknowledged", () =>
    fetch(`${engineUrl}/e/key`, { method: "POST", body: JSON.stringify(events) }).then(
      (response) => response.ok,
      () => false,
    ),
  );
}

async function answerWhenAsked({ sql }: TestDatabase, engineUrl: string): Promise<void> {
  await eventually(
    "all waiters wait",
    async () => {
      const rows = await sql`select 1 from wait`;
      return rows.length === WANTED_RUNS.waiter;
    },
    DEADLINE_MS,
  );
  await send(engineUrl, ANSWER_EVENTS);
}

/** How often each step that is saved now has begun; answers the number of calls in flight. */
async function rememberSaved({ sql }: TestDatabase, ledger: Map<string, number>): Promise<number> {
  const saved = await sql<{ key: string; count: number }[]>`
    select step.run || ' ' || step.name as key, count(*)::int
    from step join public.note on note.run = step.run and note.step = step.name
    where step.seq is not null group by 1`;
  for (const { key, count } of saved) if (!ledger.has(key)) ledger.set(key, count);
  const leased = await sql`select 1 from job where lease is not null and kind = 'call'`;
  return leased.length;
}

async function allEnded({ sql }: TestDatabase): Promise<boolean> {
  const [row] = await sql<{ ended: number; alive: number }[]>`
    select count(*) filter (where ended_at is not null)::int as ended,
      count(*) filter (where ended_at is null)::int as alive from run`;
  const wanted = Object.values(WANTED_RUNS).reduce((sum, count) => sum + count, 0);
  return row?.alive === 0 && row.ended >= wanted;
}

async function readOutcome({ sql }: TestDatabase, ledger: Map<string, number>) {
  const runs = await sql<
    { fn: string; status: string; output: unknown }[]
  >`select fn, status, output from run`;
  const notes = await sql<{ key: string; count: number }[]>`
    select run || ' ' || step as key, count(*)::int from public.note group by 1`;
  const jobs = await sql`select 1 from job`;
  const completed = runs.filter(({ status }) => status === "Completed");
  const counts = Map.groupBy(completed, ({ fn }) => fn.replace("app-", ""));
  return {
    completed: completed.length,
    failed: runs.length - completed.length,
    wrongOutputs: completed.filter(({ fn, output }) => output !== true && fn !== "app-callee").length,
    perFunction: Object.fromEntries([...counts].map(([fn, list]) => [fn, list.length])),
    savedStepsRepeated: notes.filter(({ key, count }) => count > (ledger.get(key) ?? count)).length,
    stepsRepeated: notes.filter(({ count }) => count > 1).length,
    jobsLeft: jobs.length,
  };
}
