import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

type Size = { width: number; height: number };

export const DESKTOP: Size = { width: 1366, height: 800 };
export const PHONE: Size = { width: 390, height: 844 };

/** Waits until a page shows what it came to show: its title, and no skeleton any more. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('[data-slot="skeleton"]:visible, [aria-busy="true"]:visible')).toHaveCount(0);
}

/**
 * Looks at the page as it stands: with every rule of axe, best practices included, and once more in the dark, where
 * nothing but the colours is another. At each width in turn, in one theme after the other. The test goes on after a
 * finding.
 */
export async function expectNoFaults(page: Page, screen: string, sizes: readonly Size[] = [DESKTOP]) {
  for (const size of sizes) {
    await showAt(page, size);
    expect.soft(await faultsOf(page, PAGE, {}), `${screen} at ${size.width} px`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  for (const size of sizes.toReversed()) {
    await showAt(page, size);
    const colours = await faultsOf(page, ON_TOP, { runOnly: { type: "rule", values: ["color-contrast"] } });
    expect.soft(colours, `${screen} at ${size.width} px, dark`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function showAt(page: Page, size: Size): Promise<void> {
  if (page.viewportSize()?.width === size.width) return;
  await page.setViewportSize(size);
  await expectSettled(page);
}

const PAGE = "document.documentElement";
/** The colours under a dialog are those of the page without it, which is looked at too. */
const ON_TOP = "document.querySelector('[role=dialog]') ?? document.documentElement";

/** One string per fault. Axe is loaded once per document, and answers its findings alone: the rest is megabytes. */
async function faultsOf(page: Page, where: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  return page.evaluate<string[]>(`
    axe.run(
      { include: [${where}], exclude: ["iframe"] },
      ${JSON.stringify({ resultTypes: ["violations"], ...options })},
    ).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => id + " at " + target + ": " + failureSummary.split("\\n")[1])))`);
}
