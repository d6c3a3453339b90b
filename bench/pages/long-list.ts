import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expectSettled } from "#e2e/support/axe.ts";

/** The longest time between two frames, in ms, while something was done to 5,000 rows. */
export type LongestFrames = Record<"scroll" | "select all", number>;

const ROWS = 5_000;

/** Scrolls a list of 5,000 and more through to that row, and chooses all. */
export async function workLongList(
  browser: Browser,
  url: string,
  storageState: BrowserContextOptions["storageState"],
): Promise<LongestFrames> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, storageState });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await expectSettled(page);

    const scroll = await longestFrame(page, () => scrollThrough(page));
    await page.evaluate(() => window.scrollTo(0, 0));
    const all = page.getByRole("checkbox", { name: "Select all" });
    const selectAll = await longestFrame(page, async () => {
      await all.click();
      await page.getByText(`${ROWS.toLocaleString("en-US")} selected`).waitFor();
    });
    return { scroll, "select all": selectAll };
  } finally {
    await context.close();
  }
}

async function longestFrame(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const frames = { longest: 0, last: performance.now(), done: false };
    Object.assign(window, { benchFrames: frames });
    const tick = (now: number) => {
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      if (!frames.done) requestAnimationFrame(tick);
    };
    requestAnimationFrame((now) => {
      frames.last = now;
      requestAnimationFrame(tick);
    });
  });
  await work();
  return await page.evaluate(async () => {
    const { benchFrames } = window as unknown as { benchFrames: { longest: number; done: boolean } };
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    benchFrames.done = true;
    return benchFrames.longest;
  });
}

/** A fifth of a screen a frame, waiting at the end of what is loaded, until the 5,000th row is in sight. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(
    (rows) =>
      new Promise<void>((done, fail) => {
        const deadline = performance.now() + 120_000;
        const step = () => {
          const lastRow = [...document.querySelectorAll("tr[aria-rowindex]")].at(-1);
          if (Number(lastRow?.getAttribute("aria-rowindex")) > rows) return done();
          if (performance.now() > deadline) return fail(new Error("The list's end did not come."));
          window.scrollBy(0, window.innerHeight / 5);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    ROWS,
  );
}
