import { expect, test } from "@playwright/test";
import { enterPassword, PASSWORD, PEOPLE, signIn } from "./support/sign-in.ts";

test("whoever isn't signed in is asked to, and comes back to where they wanted to go", async ({ page }) => {
  await page.goto("/reports/factoring");
  await expect(page).toHaveURL(/sign-in/);
  await enterPassword(page, PEOPLE.biller, "wrong");
  await expect(page.getByText(/don't match an active user/)).toBeVisible();
  await enterPassword(page, PEOPLE.biller, PASSWORD);
  await expect(page).toHaveURL(/reports\/factoring/);
});

test("an Admin without Billing can't submit, and is told why", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/accounting/factoring-upload");
  await expect(page.getByText(/needs the "Billing" permission/)).toBeVisible();
});

test("a biller can't reach the OTR login, and is told why", async ({ page }) => {
  await signIn(page, "biller");
  await page.goto("/management/integrations");
  await expect(page.getByText(/Only an Admin, Partner Admin or Support user/)).toBeVisible();
});

test("another company sees none of the first one's batches", async ({ page }) => {
  await signIn(page, "otherCompany");
  await page.goto("/reports/factoring");
  await expect(page.getByText(/No batch/)).toBeVisible();
});

test("an OTR login that is refused says so, and a right one connects", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/management/integrations");
  await page.getByLabel("Subsidiary").selectOption({ label: "North River Transport LLC" });
  await page.locator("summary", { hasText: "Factoring" }).click();
  await page.getByRole("button", { name: "Edit OTR Solutions" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Username").fill("billing@north-river.test");
  await dialog.getByLabel("Password").fill("mistyped");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/refused this username and password/)).toBeVisible();
  await dialog.getByLabel("Password").fill("sandbox-password-2");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/^Connected\./)).toBeVisible();
});
