import { expect, test } from "@playwright/test";
import { PAGES } from "#server/auth/testing/pages.ts";
import { addressesOfPages } from "./support/addresses.ts";
import { signIn as apiSession } from "./support/api.ts";
import { DESKTOP, expectNoFaults, expectSettled, PHONE } from "./support/axe.ts";
import { OPENED } from "./support/opened.ts";
import { joinOwnCompany } from "./support/own-company.ts";
import { SELDOM_SEEN } from "./support/seldom-seen.ts";
import { enterPassword, PASSWORD, PEOPLE, signIn } from "./support/sign-in.ts";

/** The pages that people look at on a phone. */
const ON_A_PHONE: ReadonlySet<string> = new Set<keyof typeof PAGES>([
  "(tms)",
  "(tms)/accounting/factoring-upload",
  "(tms)/customers/[customerId]",
  "(tms)/loads",
  "(tms)/loads/[loadId]",
  "(tms)/loads/new",
  "(tms)/management/company-profile",
  "(tms)/management/users",
  "(tms)/reports/factoring",
  "(tms)/reports/factoring/[batchId]",
]);
/** The pages that a new company finds empty; Home shows it the first steps. */
const EMPTY = [
  "/",
  "/accounting/factoring-upload",
  "/customers",
  "/import",
  "/loads",
  "/loads/new",
  "/management/company-profile",
  "/management/integrations",
  "/reports/factoring",
];

// Axe looks at thousands of elements; a trace of each would take longer than the looking.
test.use({ trace: "off" });

test.use({ colorScheme: "light", contextOptions: { reducedMotion: "reduce" }, viewport: DESKTOP });

test("axe finds nothing on any page, at a desk or on a phone, light or dark", async ({ page, baseURL }) => {
  test.setTimeout(300_000);
  const addresses = await addressesOfPages(await apiSession(String(baseURL), PEOPLE.owner, PASSWORD));
  expect(Object.keys(addresses).toSorted()).toEqual(Object.keys(PAGES).toSorted());
  for (const [folder, address] of Object.entries(addresses).toSorted()) {
    // By name, the pages of whoever isn't signed in come first.
    if (folder === "(tms)") await signIn(page, "owner");
    await page.goto(address);
    await expectSettled(page);
    await expectNoFaults(page, folder, ON_A_PHONE.has(folder) ? [DESKTOP, PHONE] : [DESKTOP]);
  }
});

test("axe finds nothing in what opens on the pages, light or dark", async ({ page, baseURL }) => {
  test.setTimeout(300_000);
  const session = await apiSession(String(baseURL), PEOPLE.owner, PASSWORD);
  await signIn(page, "owner");
  for (const [name, open] of Object.entries({ ...SELDOM_SEEN, ...OPENED })) {
    await open(page, session);
    await expect(page.locator('[aria-busy="true"]:visible')).toHaveCount(0);
    await expectNoFaults(page, name);
  }
});

test("axe finds nothing in a sign-in that is refused, light or dark", async ({ page }) => {
  await page.goto("/sign-in");
  await enterPassword(page, "nobody@sample-hauling.test", "mistyped");
  await expect(page.getByText(/don't match an active user/)).toBeVisible();
  await expectNoFaults(page, "a sign-in that is refused");
});

test("axe finds nothing in a company that has nothing yet, light or dark", async ({ page, baseURL }) => {
  const company = { name: "Slate Run Carriers", adminName: "Ada Bright", email: "ada@slate-run.test" };
  const session = await joinOwnCompany(String(baseURL), company, "nine slow freight trains");
  await page.context().addCookies(session.cookies());
  for (const address of EMPTY) {
    await page.goto(address);
    await expectSettled(page);
    await expectNoFaults(page, `${address} without data`);
  }
});
