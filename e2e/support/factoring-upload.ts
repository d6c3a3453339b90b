import { expect, type Locator, type Page } from "@playwright/test";
import type { OwnDesk } from "./own-desk.ts";

/** Accounting > Factoring Upload with the desk's subsidiary. */
export async function openUpload(page: Page, { subsidiary }: OwnDesk): Promise<void> {
  if (page.url() === "about:blank") await page.goto("/accounting/factoring-upload");
  else await page.getByRole("link", { name: "Factoring Upload" }).click();
  // The page before may have such a choice too.
  await expect(page.getByRole("heading", { level: 1, name: "Factoring Upload" })).toBeVisible();
  await page.getByLabel("Subsidiary").selectOption({ label: subsidiary.name });
}

export function loadOf(page: Page, { load }: OwnDesk): Locator {
  return page.getByRole("checkbox", { name: new RegExp(`^Select load ${load.number}\\b`) });
}

/** The page says why nothing can be submitted, and lets nobody try. */
export async function expectBlocked(page: Page, desk: OwnDesk, why: RegExp): Promise<void> {
  await expect(page.getByText(why)).toBeVisible();
  await loadOf(page, desk).check();
  await expect(page.getByRole("button", { name: "Submit Batch" })).toBeDisabled();
}

export async function submit(page: Page, desk: OwnDesk): Promise<void> {
  await loadOf(page, desk).check();
  await page.getByRole("button", { name: "Submit Batch" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit 1 invoice" }).click();
}

export async function expectAccepted(page: Page): Promise<void> {
  await expect(page.getByText("The invoice is accepted")).toBeVisible({ timeout: 45_000 });
}
