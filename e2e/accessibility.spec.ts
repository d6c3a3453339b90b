import { expect, test } from "@playwright/test";
import { PAGES } from "#server/auth/testing/pages.ts";
import { addressesOfPages } from "./support/addresses.ts";
import { signIn as apiSession } from "./support/api.ts";
import { expectNoFaults, expectSettled } from "./support/axe.ts";
import { OPENED } from "./support/opened.ts";
import { PASSWORD, PEOPLE, signIn } from "./support/sign-in.ts";

const PHONE = { width: 390, height: 844 };
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
const DESKTOP = { width: 1366, height: 800 };

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
    await expectNoFaults(page, folder);
    if (!ON_A_PHONE.has(folder)) continue;
    await page.setViewportSize(PHONE);
    await expectSettled(page);
    await expectNoFaults(page, `${folder} at 390 px`);
    await page.setViewportSize(DESKTOP);
  }
});

test("axe finds nothing in what opens on the pages, light or dark", async ({ page, baseURL }) => {
  test.setTimeout(300_000);
  const session = await apiSession(String(baseURL), PEOPLE.owner, PASSWORD);
  await signIn(page, "owner");
  for (const [name, open] of Object.entries(OPENED)) {
    await open(page, session);
    await expect(page.locator('[aria-busy="true"]:visible')).toHaveCount(0);
    await expectNoFaults(page, name);
  }
});
