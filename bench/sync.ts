import postgres from "postgres";
import { startStack } from "../e2e/support/stack.ts";
import { connectControl } from "../local/otr-sandbox/control/connect-control.ts";
import { databaseUrl } from "../local/postgres/database.ts";
import type { Figure } from "./figure.ts";
import { processUse } from "./process-use.ts";
import { report } from "./report.ts";
import { type Night, rowsWritten, runNight } from "./sync/run-night.ts";
import { seedNight } from "./sync/seed-night.ts";

/*
 * The pace of a night: the open invoices of fifty companies through the whole product (app, job engine, database, OTR
 * sandbox, each a process of its own) against the time the factor's own answers take at the configured concurrency.
 * Then a night without news, which has nothing to write.
 */

const INVOICES = Number(process.env.BENCH_INVOICES || 100_000);
const COMPANIES = Math.min(50, INVOICES / 1000);
const CALLS_PER_LOGIN = Number(process.env.OTR_CONCURRENCY || 4);
const COMPANIES_AT_ONCE = Number(process.env.NIGHTLY_SYNCS_AT_ONCE || 4);
const LATENCY_MS = 20;
const BOUNDS = { pace: 1.2, appMiB: 500, growth: 1.25, writes: 0.1 };
const PARTS = ["app", "engine", "sandbox"] as const;

const stack = await startStack({
  LADING_DEMO: "off",
  OTR_CONCURRENCY: String(CALLS_PER_LOGIN),
  NIGHTLY_SYNCS_AT_ONCE: String(COMPANIES_AT_ONCE),
});
const owner = postgres(stack.ownerUrl, { max: 1, onnotice: () => undefined });
const engine = postgres(databaseUrl(stack.ownerUrl, "inngest"), { max: 1, onnotice: () => undefined });
const sandbox = connectControl(stack.sandboxUrl);
try {
  const funded = await seedNight(stack, { companies: COMPANIES, invoicesPerCompany: INVOICES / COMPANIES });
  const pids = Object.fromEntries(PARTS.map((part) => [part, stack.pidOf(part)]));
  const use = () => Object.values(pids).map(processUse);
  await sandbox.setLatency({ "read-invoice": LATENCY_MS });

  const [atFirst, usedBefore] = [await rowsWritten(owner), use()];
  const night = await runNight({ owner, engine }, COMPANIES, pids);
  const usedAfter = use();
  const afterwards = await rowsWritten(owner);
  const reads = await readsSoFar();

  await sandbox.setLatency({ "read-invoice": 0 });
  const quiet = await runNight({ owner, engine }, COMPANIES, {});
  const atLast = await rowsWritten(owner);

  const ideal = (INVOICES * LATENCY_MS) / 1000 / (COMPANIES_AT_ONCE * CALLS_PER_LOGIN);
  const name = `${INVOICES.toLocaleString("en-US")} invoices`;
  if (night.checked !== INVOICES || night.newlyFinanced !== funded || quiet.checked !== INVOICES - funded)
    throw new Error(`Not every invoice was read as it is: ${JSON.stringify({ night, quiet, funded })}`);
  report("sync", [
    {
      figure: `${name}: a night to OTR's own time`,
      measured: night.seconds / ideal,
      unit: "×",
      bound: BOUNDS.pace,
      detail: `${night.seconds.toFixed(1)} s to ${ideal.toFixed(1)} s, ${COMPANIES_AT_ONCE} companies at once, ${CALLS_PER_LOGIN} calls each`,
    },
    { figure: `${name}: reads of each`, measured: reads / INVOICES, unit: "", bound: 1 },
    {
      figure: `${name}: rows of submissions written per change`,
      measured: written(atFirst, afterwards, "batch_invoices") / funded,
      unit: "",
      bound: 1,
      detail: `${funded.toLocaleString("en-US")} newly financed`,
    },
    ...PARTS.map(
      (part, index): Figure => ({
        figure: `${name}: processor time of the ${part}`,
        measured: (usedAfter[index]?.cpuSeconds ?? 0) - (usedBefore[index]?.cpuSeconds ?? 0),
        unit: "s",
      }),
    ),
    ...memoryFigures(name, night, usedBefore[0]?.memoryMiB ?? 0),
    {
      figure: `${name}: a night without news, rows written for each`,
      measured:
        [...atLast.keys()].reduce((sum, table) => sum + written(afterwards, atLast, table), 0) /
        quiet.checked,
      unit: "",
      bound: BOUNDS.writes,
      detail: [...atLast.keys()]
        .map((table) => ({ table, rows: written(afterwards, atLast, table) }))
        .filter(({ rows }) => rows > 0)
        .map(({ table, rows }) => `${rows} ${table}`)
        .join(", "),
    },
    {
      figure: `${name}: a night without news, rows of submissions and loads written`,
      measured: written(afterwards, atLast, "batch_invoices") + written(afterwards, atLast, "loads"),
      unit: "",
      bound: 0,
    },
    {
      figure: `${name}: reads a second when OTR answers at once`,
      measured: quiet.checked / quiet.seconds,
      unit: "per second",
    },
  ]);
} finally {
  await Promise.all([owner.end(), engine.end()]);
  await stack.stop();
}

function memoryFigures(name: string, { memory }: Night, before: number): Figure[] {
  const { app = [], engine: ofEngine = [] } = memory;
  const quarter = Math.ceil(app.length / 4);
  const early = Math.max(...app.slice(quarter, quarter * 2));
  const late = Math.max(...app.slice(-quarter));
  return [
    {
      figure: `${name}: most memory of the app`,
      measured: Math.max(...app),
      unit: "MiB",
      bound: BOUNDS.appMiB,
      detail: `${before} MiB before`,
    },
    {
      figure: `${name}: memory of the app, last quarter of the night to the second`,
      measured: late / early,
      unit: "×",
      bound: BOUNDS.growth,
      detail: `${late} MiB to ${early} MiB`,
    },
    { figure: `${name}: most memory of the engine`, measured: Math.max(...ofEngine), unit: "MiB" },
  ];
}

function written(before: Map<string, number>, after: Map<string, number>, table: string): number {
  return (after.get(table) ?? 0) - (before.get(table) ?? 0);
}

async function readsSoFar(): Promise<number> {
  return (await sandbox.summary()).requests["read-invoice"] ?? 0;
}
