import { expect, type Locator, type Page } from "@playwright/test";
import type { OwnDesk } from "./own-desk.ts";

/** Saves a login on the page of the integration that a link has led to. Answers the dialog with what OTR said. */
export async function enterLogin(page: Page, login: OwnDesk["login"]): Promise<Locator> {
  await page.getByRole("button", { name: "Edit OTR Solutions" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Username").fill(login.username);
  await dialog.getByLabel("Password").fill(login.password);
  await dialog.getByRole("button", { name: "Save" }).click();
  return dialog;
}

export async function connect(page: Page, login: OwnDesk["login"]): Promise<void> {
  const dialog = await enterLogin(page, login);
  await expect(dialog.getByText(/^Connected\./)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
}
