import { expect, type Page, test } from "@playwright/test";
import { otrSandbox } from "./support/installation.ts";
import { expectSentByteForByte } from "./support/sent-documents.ts";
import { signIn } from "./support/sign-in.ts";

test("25 queued loads go to OTR though the tab is closed, and become Financed", async ({ page, context }) => {
  await signIn(page, "biller");
  await page.goto("/accounting/factoring-upload");
  await page.getByLabel("Subsidiary").selectOption({ label: "Sample Hauling Inc" });
  await selectLoads(page);

  await page.getByRole("button", { name: "Submit Batch" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Sample Hauling Inc");
  await expect(dialog).toContainText("2 invoices will fail: no MC number.");
  await dialog.getByRole("button", { name: "Submit 25 invoices" }).click();
  await expect(dialog).toBeHidden();
  await page.close();

  const again = await context.newPage();
  await again.goto("/accounting/factoring-upload");
  await again.getByLabel("Subsidiary").selectOption({ label: "Sample Hauling Inc" });
  const batch = again.getByRole("region", { name: /^Batch \d+$/ }).first();
  await expect(batch).toContainText("23 of 25 accepted, 2 failed", { timeout: 45_000 });
  await batch.getByRole("button", { name: "Show invoices" }).click();
  await expect(batch.getByText(/has no MC number/).first()).toBeVisible();
  await expect(batch.getByRole("link", { name: /MC number/ }).first()).toHaveAttribute("href", /customers\//);

  await batch.getByRole("link", { name: "Report" }).click();
  await expect(again).toHaveURL(/reports\/factoring\/batch_/);
  const sent = await expectSentByteForByte(again, 23);
  for (const invoiceNo of sent.keys()) await otrSandbox().setStatus({ invoiceNo, status: 3 });
  await again.getByRole("button", { name: "SYNC TRANSACTIONS" }).click();
  await expect(again.getByText(/23 newly financed/)).toBeVisible({ timeout: 30_000 });
  await expect(again.getByRole("row").filter({ hasText: "Financed" }).first()).toBeVisible();
});

/** Chooses the two loads whose customers lack an MC number, then 23 others. */
async function selectLoads(page: Page): Promise<void> {
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "MC number missing" });
  await expect(page.getByText(/^2 invoices match/)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "No MC" })).toHaveCount(2);
  await expect(page.getByRole("row")).toHaveCount(3);
  await chooseFirst(page, 2);
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "With MC number" });
  await expect(page.getByText(/^2 invoices match/)).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: "No MC" })).toHaveCount(0);
  await chooseFirst(page, 23);
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("25 selected");
}

/** Chooses the first rows of the list: a click on the first, a click with shift on the last. */
async function chooseFirst(page: Page, count: number): Promise<void> {
  await page.getByRole("row").nth(1).getByRole("checkbox").click();
  const last = page.locator(`tr[aria-rowindex="${count + 1}"]`);
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(last).toBeVisible({ timeout: 500 });
  }).toPass();
  await last.getByRole("checkbox").click({ modifiers: ["Shift"] });
}
