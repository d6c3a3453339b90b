import { expect, test } from "@playwright/test";
import type { PAGES } from "#server/auth/testing/pages.ts";
import { addressesOfPages } from "./support/addresses.ts";
import { signIn as apiSession } from "./support/api.ts";
import { expectSettled } from "./support/axe.ts";
import { PASSWORD, PEOPLE, signIn } from "./support/sign-in.ts";
import { countTransfers } from "./support/transfers.ts";

/** The most JavaScript that a first visit may send, in kB as compressed on the wire. */
const MOST_SCRIPT_KB = {
  "(auth)/sign-in": 140,
  "(tms)": 220,
  "(tms)/accounting/factoring-upload": 220,
  "(tms)/loads": 220,
  "(tms)/loads/[loadId]": 220,
  "(tms)/reports/factoring": 220,
  "(tms)/reports/factoring/[batchId]": 220,
} as const satisfies Partial<Record<keyof typeof PAGES, number>>;

/** The most requests until the page is drawn and follows what happens. */
const MOST_REQUESTS = 35;

test("a first visit stays within its budget of JavaScript and requests", async ({
  page: signedIn,
  browser,
  baseURL,
}) => {
  test.slow();
  const addresses = await addressesOfPages(await apiSession(String(baseURL), PEOPLE.owner, PASSWORD));
  await signIn(signedIn, "owner");
  const storageState = await signedIn.context().storageState();
  for (const [folder, mostKb] of Object.entries(MOST_SCRIPT_KB)) {
    const isSignIn = folder === "(auth)/sign-in";
    // A context of its own: an empty cache.
    const context = await browser.newContext({ baseURL, ...(isSignIn ? {} : { storageState }) });
    const page = await context.newPage();
    const transfers = await countTransfers(await context.newCDPSession(page));
    const following = isSignIn ? undefined : page.waitForRequest(/\/api\/trpc\/live/);
    await page.goto(addresses[folder as keyof typeof PAGES], { waitUntil: "load" });
    await expectSettled(page);
    await following;
    const scriptKb = transfers.scriptBytes() / 1_000;
    console.log(`${folder}: ${scriptKb.toFixed(1)} kB of JavaScript, ${transfers.requests()} requests`);
    expect.soft(scriptKb, `kB of JavaScript on ${folder}`).toBeGreaterThan(0);
    expect.soft(scriptKb, `kB of JavaScript on ${folder}`).toBeLessThanOrEqual(mostKb);
    expect.soft(transfers.requests(), `requests of ${folder}`).toBeLessThanOrEqual(MOST_REQUESTS);
    await context.close();
  }
});
