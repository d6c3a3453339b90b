import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions } from "@playwright/test";
import { type Figure, median } from "../figure.ts";
import { CONDITION_NAMES, type Conditions } from "./conditions.ts";
import { timeHtml } from "./load-list.ts";
import { figuresOfVisits, scriptFigure, toBare, type Visits } from "./page-figures.ts";
import { loadPage, type PageLoad } from "./page-load.ts";

export type MeasuredPage = {
  name: string;
  url: string;
  /** The cookies of whoever looks at it. */
  storageState?: BrowserContextOptions["storageState"];
  /** The same person's way to it without a browser. */
  fetch: (url: string) => Promise<Response>;
  mostScriptKb: number;
};

export type Surroundings = { browser: Browser; bareUrl: string; visits: number };

const WARM_REQUESTS = 40;
const MOST_HTML_MS = 40;

/** Everything that a single visitor meets on a page, in turns with the bare page. */
export async function measurePage(page: MeasuredPage, around: Surroundings): Promise<Figure[]> {
  const figures = [await htmlFigure(page, around)];
  for (const conditions of CONDITION_NAMES) {
    const visits = await visit(page, conditions, around);
    if (conditions === "full speed") figures.push(scriptFigure(visits, page.mostScriptKb));
    figures.push(...figuresOfVisits(visits));
  }
  return [...figures, await axeFigure(page, around)];
}

async function htmlFigure({ name, url, fetch }: MeasuredPage, { bareUrl }: Surroundings): Promise<Figure> {
  const times: number[] = [];
  const bare: number[] = [];
  for (let count = -WARM_REQUESTS; count < WARM_REQUESTS; count += 1) {
    const [took, bareTook] = [await timeHtml(fetch, url), await timeHtml(globalThis.fetch, bareUrl)];
    if (count < 0) continue;
    times.push(took);
    bare.push(bareTook);
  }
  return {
    figure: `${name}: whole HTML from the warm server`,
    measured: median(times),
    unit: "ms",
    bound: MOST_HTML_MS,
    detail: toBare(median(times), median(bare)),
  };
}

async function visit(
  { name, url, storageState }: MeasuredPage,
  conditions: Conditions,
  { browser, bareUrl, visits }: Surroundings,
): Promise<Visits> {
  const loads: PageLoad[] = [];
  const bare: PageLoad[] = [];
  for (let count = 0; count < visits; count += 1) {
    loads.push(await loadPage(browser, url, conditions, storageState));
    bare.push(await loadPage(browser, bareUrl, conditions));
  }
  return { page: name, conditions, loads, bare };
}

async function axeFigure(
  { name, url, storageState }: MeasuredPage,
  { browser }: Surroundings,
): Promise<Figure> {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  await page.goto(url);
  const { violations } = await new AxeBuilder({ page }).analyze();
  await context.close();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return {
    figure: `${name}: serious and critical findings of axe`,
    measured: grave.length,
    unit: "",
    bound: 0,
    detail: grave.map(({ id }) => id).join(", "),
  };
}
