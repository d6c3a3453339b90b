import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in.ts";

const PAGES = [
  "/accounting/factoring-upload",
  "/reports/factoring",
  "/loads",
  "/customers",
  "/management/integrations",
  "/management/subsidiaries",
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expectClean(page);
    await signIn(page, "owner");
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectClean(page);
    }
    await context.close();
  });
}

async function expectClean(page: import("@playwright/test").Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${page.url()}: ${id} at ${nodes[0]?.target}`);
  expect(found).toEqual([]);
}
