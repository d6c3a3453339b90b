import { expect, type Page, test } from "@playwright/test";
import { enterPassword, signIn } from "./support/sign-in.ts";

const PASSWORD = "nine slow freight trains";

/** Invites somebody through the dialog. Answers the one-time link. */
async function invite(page: Page, name: string, email: string): Promise<string> {
  await page.goto("/management/users");
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const link = dialog.getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/\/invitation\//);
  const url = await link.inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  return url;
}

test("an invited user joins once by the link, and is out the moment an Admin deactivates them", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin");
  const link = await invite(page, "Casey Newcomer", "casey@sample-hauling.test");
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: "Casey Newcomer" })
      .getByText(/Invited until/),
  ).toBeVisible();

  const guest = await browser.newContext();
  const theirs = await guest.newPage();
  const response = await theirs.goto(link);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(theirs.getByRole("heading", { name: "Join Sample Hauling Inc" })).toBeVisible();
  await theirs.getByLabel("Password", { exact: true }).fill("short");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByText(/Use at least 12 characters/)).toBeVisible();
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  const second = await guest.newPage();
  await second.goto(link);
  await expect(second.getByRole("heading", { name: "This link can't be used" })).toBeVisible();
  await second.close();

  await page.getByRole("button", { name: "Casey Newcomer" }).click();
  await page.getByRole("dialog").getByLabel("Billing").check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByRole("link", { name: "Factoring Upload" })).toBeVisible();
  // One tab of a browser holds the live stream: the other must be told by it.
  const another = await guest.newPage();
  await another.goto("/loads");
  await expect(another.getByRole("heading", { level: 1, name: "Loads" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Reactivate" })).toBeVisible();
  await expect(theirs).toHaveURL(/sign-in/);
  await expect(another).toHaveURL(/sign-in/);
  await guest.close();
});

test("a password is changed on one's own account page, which signs out everywhere else", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin");
  const link = await invite(page, "Robin Ash", "robin@sample-hauling.test");
  const [laptop, phone] = [await browser.newContext(), await browser.newContext()];
  const [mine, other] = [await laptop.newPage(), await phone.newPage()];
  await mine.goto(link);
  await mine.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await mine.getByRole("button", { name: "Join" }).click();
  await expect(mine.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await other.goto("/sign-in?next=/account");
  await enterPassword(other, "robin@sample-hauling.test", PASSWORD);
  await expect(other.getByRole("heading", { name: "Your account" })).toBeVisible();

  await mine.goto("/account");
  await mine.getByLabel("Present password").fill(PASSWORD);
  await mine.getByLabel("New password").fill("ten even slower trains");
  await mine.getByRole("button", { name: "Change password" }).click();
  await expect(mine.getByText(/Your other sign-ins have ended/)).toBeVisible();
  await expect(other).toHaveURL(/sign-in/);
  await Promise.all([laptop.close(), phone.close()]);
});
