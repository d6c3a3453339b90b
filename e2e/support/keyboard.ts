import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD, PEOPLE } from "./sign-in.ts";

/** Signs in with the keys alone: the first field has the focus when the page comes. */
export async function signInByKeyboard(page: Page, person: keyof typeof PEOPLE): Promise<void> {
  await page.goto("/sign-in");
  await expectFocus(page.getByLabel("E-mail"));
  await page.keyboard.type(PEOPLE[person]);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Presses Tab, or the key given, until the control has the focus. Fails where that doesn't bring one there. */
export async function tabTo(page: Page, control: Locator, key = "Tab"): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element === document.activeElement)) break;
  }
  await expectFocus(control);
}

/** The control has the focus, and one sees it: the ring is drawn, and it lies in the window. */
export async function expectFocus(control: Locator): Promise<void> {
  await expect(control).toBeFocused();
  await expect(control).toBeInViewport();
  await expect(control).toHaveCSS("outline-style", "solid");
  await expect(control).toHaveCSS("outline-width", "2px");
}

/** Goes to a page through the command palette; its content then has the focus. */
export async function goByPalette(page: Page, words: string, title: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.type(words);
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
}

/** Opens the command palette, which has the focus at once. */
export async function openPalette(page: Page): Promise<void> {
  const field = page.getByRole("dialog").getByRole("combobox");
  // The keys are heard as soon as the page is alive.
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(field).toBeFocused({ timeout: 1000 });
  }).toPass();
}
