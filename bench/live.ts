import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { startStack } from "../e2e/support/stack.ts";
import { type Figure, median } from "./figure.ts";
import { type LivePage, openLivePage } from "./live/live-page.ts";
import { closeLiveWorld, type LiveCompany, openLiveWorld } from "./live/live-world.ts";
import { processUse } from "./process-use.ts";
import { report } from "./report.ts";

/*
 * Live updates: so many open pages of a few companies on one process, each with a session and a connection of its
 * own. How long from a change over the API until the last page has been told; what a page costs; and whether pages
 * that read nothing, or are gone without a word, cost the others anything.
 */

const PAGES = Number(process.env.BENCH_PAGES || 500);
const COMPANIES = 5;
const CHANGES = 10;
const TROUBLED = 50;
const BOUND_MS = 2_000;
/** So many different notices, so often, while pages don't read. */
const FLOOD = { notices: 150, rounds: 500 };

const stack = await startStack({ LADING_DEMO: "off" });
try {
  const [troubled, ...companies] = await openLiveWorld(stack, COMPANIES + 1);
  if (!troubled) throw new Error("There is no company to trouble.");
  const memory = () => processUse(stack.pidOf("app")).memoryMiB;
  // The routes have been loaded, so that what follows is the pages' own.
  for (const page of await openPages([troubled], 20)) page.close();
  await troubled.change();
  const empty = memory();
  const pages = await openPages(companies, PAGES);
  const calm = await slowestOf(companies, pages);
  const full = memory();

  const [silent, lost] = [await openPages([troubled], TROUBLED), await openPages([troubled], TROUBLED)];
  for (const page of silent) page.stopReading();
  for (const page of lost) page.vanish();
  const watcher = await openPages([troubled], 1);
  const flooding = flood(troubled.companyId, watcher[0]);
  const beside = await slowestOf(companies, pages);
  await flooding;
  const flooded = memory();

  report("live", [
    latency(`${PAGES} pages: a change has reached the last`, calm),
    latency(`the same, while ${2 * TROUBLED} others read nothing or are gone`, beside),
    {
      figure: "memory of the app per page",
      measured: ((full - empty) * 1024) / PAGES,
      unit: "kB",
      bound: 512,
      detail: `${empty} MiB before, ${full} MiB with ${PAGES}`,
    },
    {
      figure: `memory of the app for ${TROUBLED} that read nothing`,
      measured: flooded - full,
      unit: "MiB",
      bound: 150,
      detail: `${flooded} MiB after ${FLOOD.notices * FLOOD.rounds} notices to each`,
    },
  ]);
  for (const page of [...pages, ...watcher]) page.close();
  await closeLiveWorld();
} finally {
  await stack.stop();
}

async function openPages(companies: LiveCompany[], count: number): Promise<LivePage[]> {
  const opened: LivePage[] = [];
  for (let n = 0; n < count; n += 25) {
    const few = Array.from(
      { length: Math.min(25, count - n) },
      (_, k) => companies[(n + k) % companies.length],
    );
    opened.push(
      ...(await Promise.all(
        few.map(async (company) => openLivePage(stack.appUrl, (await company?.browser()) ?? {})),
      )),
    );
  }
  return opened;
}

/** Changes something in every company at once, again and again: milliseconds until the last page knew, each time. */
async function slowestOf(companies: LiveCompany[], pages: LivePage[]): Promise<number[]> {
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const start = performance.now();
    const ids = await Promise.all(companies.map((company) => company.change()));
    const told = pages.map((page, n) => page.hears(ids[n % companies.length] ?? ""));
    times.push(Math.max(...(await Promise.all(told))) - start);
    await pause(100);
  }
  return times;
}

/** Tells the company's pages of many things, again each time that one of them has heard it. */
async function flood(companyId: string, watcher: LivePage | undefined): Promise<void> {
  const sql = postgres(stack.ownerUrl, { max: 1 });
  for (let round = 0; round < FLOOD.rounds; round += 1) {
    const last = `load_flood_${round}`;
    await sql`
      select pg_notify('lading_live', json_build_object('companyId', ${companyId}::text, 'topic', 'load', 'id', id)::text)
      from (select 'load_00000000000000000000' || n as id from generate_series(1, ${FLOOD.notices}::int) n
        union all select ${last}) notices`;
    await watcher?.hears(last);
  }
  await sql.end();
}

function latency(figure: string, times: number[]): Figure {
  const detail = `the slowest of ${CHANGES}; the middle one ${Math.round(median(times))} ms`;
  return { figure, measured: Math.max(...times), unit: "ms", bound: BOUND_MS, detail };
}
