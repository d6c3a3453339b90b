import { mkdirSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { browserLaunchOptions } from "../e2e/support/browser.ts";
import { type PEOPLE, signIn } from "../e2e/support/sign-in.ts";
import { startStack } from "../e2e/support/stack.ts";

/*
 * Makes the README's pictures from the running product, on a demo of its own: `node scripts/screenshots.ts`.
 */

const FOLDER = "docs/screenshots";
const DESKTOP = { width: 1366, height: 860 };
const PHONE = { width: 390, height: 844 };

type Picture = {
  name: string;
  scheme: "light" | "dark";
  size: { width: number; height: number };
  /** The biller when not said. */
  as?: keyof typeof PEOPLE;
  show: (page: Page) => Promise<void>;
};

const PICTURES: Picture[] = [
  { name: "factoring-upload-light", scheme: "light", size: DESKTOP, show: showUpload },
  { name: "factoring-report-dark", scheme: "dark", size: DESKTOP, show: showReport },
  { name: "batch-phone", scheme: "light", size: PHONE, show: showBatch },
  { name: "home-light", scheme: "light", size: DESKTOP, show: showHome },
  { name: "load-dark", scheme: "dark", size: DESKTOP, show: showLoad },
  { name: "loads-light", scheme: "light", size: DESKTOP, show: showLoads },
  { name: "customer-dark", scheme: "dark", size: DESKTOP, show: showCustomer },
  { name: "company-profile-light", scheme: "light", size: DESKTOP, as: "admin", show: showCompanyProfile },
  { name: "integrations-dark", scheme: "dark", size: DESKTOP, as: "admin", show: showIntegrations },
  { name: "factoring-upload-phone", scheme: "dark", size: PHONE, show: showUpload },
];

mkdirSync(FOLDER, { recursive: true });
const stack = await startStack();
const browser = await chromium.launch(await browserLaunchOptions());
try {
  for (const { name, scheme, size, as, show } of PICTURES) {
    const context = await browser.newContext({ baseURL: stack.appUrl, viewport: size, colorScheme: scheme });
    const page = await context.newPage();
    await signIn(page, as ?? "biller");
    await show(page);
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await stack.stop();
}

async function showUpload(page: Page): Promise<void> {
  await page.goto("/accounting/factoring-upload");
  await page.getByLabel("Subsidiary").selectOption({ label: "Sample Hauling Inc" });
  await page
    .getByRole("checkbox", { name: /^Select load / })
    .first()
    .click();
  await page
    .getByRole("checkbox", { name: /^Select load / })
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await page.getByText("5 selected").waitFor();
}

async function showReport(page: Page): Promise<void> {
  await page.goto("/reports/factoring");
  await page.getByRole("row").nth(5).waitFor();
}

async function showBatch(page: Page): Promise<void> {
  await showReport(page);
  await page.getByRole("row").nth(2).getByRole("link").first().click();
  await page.getByRole("button", { name: "SYNC TRANSACTIONS" }).waitFor();
  await page.getByRole("row").nth(3).waitFor();
}

async function showHome(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("heading", { name: "Where the money is" }).waitFor();
}

async function showLoad(page: Page): Promise<void> {
  await page.goto("/loads?status=released");
  await page
    .getByRole("link", { name: /^SH\d+$/ })
    .first()
    .click();
  await page.getByRole("list", { name: "Documents" }).getByRole("listitem").first().waitFor();
}

async function showLoads(page: Page): Promise<void> {
  await page.goto("/loads");
  await page.getByRole("row").nth(12).waitFor();
}

async function showCustomer(page: Page): Promise<void> {
  await page.goto("/customers");
  await page.getByRole("row").nth(2).getByRole("link").first().click();
  await page.getByRole("heading", { name: "Invoicing methods" }).waitFor();
}

async function showCompanyProfile(page: Page): Promise<void> {
  await page.goto("/management/company-profile");
  await page.getByRole("heading", { name: "Important Information" }).waitFor();
}

async function showIntegrations(page: Page): Promise<void> {
  await page.goto("/management/integrations");
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Edit OTR Solutions" }).waitFor();
}
