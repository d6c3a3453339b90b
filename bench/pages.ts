import { type Browser, chromium } from "@playwright/test";
import { type ApiSession, signIn } from "../e2e/support/api.ts";
import { browserLaunchOptions } from "../e2e/support/browser.ts";
import type { Figure } from "./figure.ts";
import { startBarePage } from "./pages/bare-page.ts";
import { loadList } from "./pages/load-list.ts";
import { workLongList } from "./pages/long-list.ts";
import { type MeasuredPage, measurePage } from "./pages/measure-page.ts";
import { openStack } from "./pages/open-stack.ts";
import { toBare } from "./pages/page-figures.ts";
import { processUse } from "./process-use.ts";
import { report } from "./report.ts";
import { BIG, SMALL } from "./seed/worlds.ts";

/*
 * The pages in a browser over a million loads: sign-in, Factoring Upload and Reports > Factoring, each at full speed
 * and slowed down, in turns with a bare page of the same Next; then what the server bears, and a queue of 5,000 loads.
 * `BENCH_WORLD=small` takes ten thousand loads, for a try.
 */

const VISITS = Number(process.env.BENCH_VISITS || 5);
const LOAD = { connections: 10, seconds: 10 };
const BOUNDS = { perSecond: 60, p95Ms: 250, memoryMiB: 500, frameMs: 50 };

const seeded = await openStack(process.env.BENCH_WORLD === "small" ? SMALL : BIG);
const { stack, facts, email, password } = seeded;
const bare = await startBarePage();
const browser = await chromium.launch(await browserLaunchOptions());
try {
  const { fetch: fetchSignedIn, query, cookies } = await signIn(stack.appUrl, email, password);
  const storageState = await stateWith(browser, cookies());
  const choices = await query<{ id: string; name: string }[]>("subsidiaries.list");
  const longQueueId = choices.find(({ name }) => name === seeded.longQueueOf)?.id;
  const uploadOf = (id?: string) => `${stack.appUrl}/accounting/factoring-upload?subsidiary=${id}`;
  const upload = uploadOf(facts.subsidiaryId);
  const signedIn = { storageState, fetch: fetchSignedIn, mostScriptKb: 220 };
  const pages: MeasuredPage[] = [
    { name: "Sign-in", url: `${stack.appUrl}/sign-in`, fetch, mostScriptKb: 140 },
    { name: "Factoring Upload", url: upload, ...signedIn },
    { name: "Reports > Factoring", url: `${stack.appUrl}/reports/factoring`, ...signedIn },
  ];

  const figures: Figure[] = [];
  for (const page of pages) {
    figures.push(...(await measurePage(page, { browser, bareUrl: bare.url, visits: VISITS })));
  }
  const ofBare = await loadList(fetch, bare.url, LOAD);
  const { perSecond, p95Ms } = await loadList(fetchSignedIn, upload, LOAD);
  const list = `Factoring Upload over ${LOAD.connections} connections`;
  figures.push(
    {
      figure: `${list}: answers`,
      measured: perSecond,
      unit: "per second",
      bound: BOUNDS.perSecond,
      atLeast: true,
      detail: `${(perSecond / ofBare.perSecond).toFixed(2)} × the bare page's ${ofBare.perSecond.toFixed(0)}`,
    },
    {
      figure: `${list}: 95 of 100 answered within`,
      measured: p95Ms,
      unit: "ms",
      bound: BOUNDS.p95Ms,
      detail: toBare(p95Ms, ofBare.p95Ms),
    },
  );
  const memoryMiB = processUse(stack.pidOf("app")).memoryMiB;
  figures.push({
    figure: "Memory of the app after it",
    measured: memoryMiB,
    unit: "MiB",
    bound: BOUNDS.memoryMiB,
  });
  const frames = await workLongList(browser, uploadOf(longQueueId), storageState);
  for (const [work, measured] of Object.entries(frames)) {
    figures.push({
      figure: `5,000 rows, ${work}: the longest frame`,
      measured,
      unit: "ms",
      bound: BOUNDS.frameMs,
    });
  }
  report("pages", figures);
} finally {
  await browser.close();
  await Promise.all([bare.stop(), stack.stop()]);
}

/** What a browser keeps once it has these cookies. */
async function stateWith(browser: Browser, cookies: ReturnType<ApiSession["cookies"]>) {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const state = await context.storageState();
  await context.close();
  return state;
}
