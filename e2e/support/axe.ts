import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Waits until a page shows what it came to show: its title, and no skeleton any more. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('[data-slot="skeleton"]:visible, [aria-busy="true"]:visible')).toHaveCount(0);
}

/**
 * Looks at the page as it stands: with every rule of axe, best practices included, and once more in the dark, where
 * nothing but the colours is another. The test goes on after a finding.
 */
export async function expectNoFaults(page: Page, screen: string): Promise<void> {
  expect.soft(await faultsOf(lookAt(page)), screen).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await faultsOf(lookAt(page).withRules("color-contrast")), `${screen}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

// Legacy: without it axe opens a tab of its own per page, for frames of other sites, which Lading has none of.
const lookAt = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true).exclude("iframe");

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id} at ${target}: ${failureSummary.split("\n").at(1)}`),
  );
}
