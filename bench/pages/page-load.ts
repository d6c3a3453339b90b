import type { Browser, BrowserContextOptions } from "@playwright/test";
import { countTransfers } from "#e2e/support/transfers.ts";
import { applyConditions, type Conditions } from "./conditions.ts";

/** What one visit with an empty cache cost; times in ms from the navigation's start. */
export type PageLoad = {
  htmlMs: number;
  lcpMs: number;
  /** The part beyond 50 ms of every task of the main thread, from the navigation's start until the page rests. */
  blockingMs: number;
  layoutShift: number;
  scriptBytes: number;
  requests: number;
};

const LAPTOP = { width: 1366, height: 768 };

/** What a page still does after it is drawn (its live stream, and the lists looked at again) is over by then. */
const REST_MS = 3_000;

/** Visits a page in a browser context of its own. */
export async function loadPage(
  browser: Browser,
  url: string,
  conditions: Conditions,
  storageState?: BrowserContextOptions["storageState"],
): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: LAPTOP, storageState });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const transfers = await countTransfers(cdp);
    await applyConditions(cdp, conditions);
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(REST_MS);
    const seen = await page.evaluate(() => (window as unknown as { benchSeen: Seen }).benchSeen);
    const htmlMs = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return navigation?.responseEnd ?? Number.NaN;
    });
    return {
      htmlMs,
      lcpMs: seen.lcp,
      blockingMs: seen.blocking,
      layoutShift: seen.shift,
      scriptBytes: transfers.scriptBytes(),
      requests: transfers.requests(),
    };
  } finally {
    await context.close();
  }
}

type Seen = { lcp: number; blocking: number; shift: number };

/** Runs in the page, before anything of it. */
function observe() {
  const seen: Seen = { lcp: 0, blocking: 0, shift: 0 };
  Object.assign(window, { benchSeen: seen });
  const watch = <Entry extends PerformanceEntry>(type: string, note: (entry: Entry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry as Entry);
    }).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.lcp = startTime;
  });
  watch("longtask", ({ duration }) => {
    seen.blocking += duration - 50;
  });
  watch<PerformanceEntry & { value: number; hadRecentInput: boolean }>("layout-shift", (shift) => {
    if (!shift.hadRecentInput) seen.shift += shift.value;
  });
}
