import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Waits until a page shows what it came to show: its title, and no skeleton any more. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('[data-slot="skeleton"]:visible, [aria-busy="true"]:visible')).toHaveCount(0);
}

/** Looks at the page as it stands with every rule of axe, best practices included; the test goes on after a finding. */
export async function expectNoFaults(page: Page, screen: string): Promise<void> {
  // Legacy: without it axe opens a tab of its own per page, for frames of other sites, which Lading has none of.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude("iframe").analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id} at ${target}: ${failureSummary.split("\n").at(1)}`),
  );
  expect.soft(found, screen).toEqual([]);
}
