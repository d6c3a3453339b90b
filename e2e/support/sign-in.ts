import { expect, type Page } from "@playwright/test";

/** The people of the demo company; all have the same password. */
export const PEOPLE = {
  biller: "biller@sample-hauling.test",
  owner: "owner@sample-hauling.test",
  admin: "admin@sample-hauling.test",
  dispatcher: "dispatcher@sample-hauling.test",
  otherCompany: "owner@cedar-gap.test",
} as const;

export const PASSWORD = "on-time-freight";

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, person: keyof typeof PEOPLE): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(PEOPLE[person]);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
