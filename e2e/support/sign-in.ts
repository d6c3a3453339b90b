import type { Page } from "@playwright/test";

/** The people of the demo company; all have the same password. */
export const PEOPLE = {
  biller: "biller@sample-hauling.test",
  owner: "owner@sample-hauling.test",
  admin: "admin@sample-hauling.test",
  dispatcher: "dispatcher@sample-hauling.test",
  otherCompany: "owner@cedar-gap.test",
} as const;

export const PASSWORD = "on-time-freight";

/** Signs the page's browser in as a person, without the page for it, which has journeys of its own. */
export async function signIn({ request }: Page, person: keyof typeof PEOPLE): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: PEOPLE[person], password: PASSWORD, json: "true" };
  const answer = await request.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Error(`Sign-in of ${PEOPLE[person]} was refused with ${answer.status()}.`);
}

/** Fills in the page "Sign in" and presses its button. */
export async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
