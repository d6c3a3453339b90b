import { expect, type Page } from "@playwright/test";

/** Home, which tells how many of the steps to the first batch are done. */
export async function goHome(page: Page, done: number): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Home" }).click();
  await expectSteps(page, done);
}

export async function expectSteps(page: Page, done: number): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(page.getByText(`${done} of 7 steps to the first batch are done`)).toBeVisible();
}

/** Follows a link of Home's first steps. */
export async function followStep(page: Page, label: string): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: label }).click();
}
