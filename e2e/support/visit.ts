import type { Page } from "@playwright/test";

/**
 * Goes to another page of the app in the same document, as its links do, so that what a test has loaded into it stays.
 * Loads it anew where the app isn't open yet, or is at this very page.
 */
export async function visit(page: Page, address: string): Promise<void> {
  const { pathname } = new URL(address, "http://localhost");
  const isOpen = await page.evaluate<boolean>("document.querySelector('nav[aria-label=Main]') !== null");
  if (!isOpen || new URL(page.url()).pathname === pathname) {
    await page.goto(address);
    return;
  }
  await page.evaluate(`window.next.router.push(${JSON.stringify(address)})`);
  await page.waitForURL((url) => url.pathname === pathname);
}
