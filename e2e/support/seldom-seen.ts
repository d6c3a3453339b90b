import { expect, type Page } from "@playwright/test";
import type { ApiSession } from "./api.ts";

type Open = (page: Page, session: ApiSession) => Promise<void>;

/** Refusals, dead ends and troubles, and how to come to them as the demo's owner. */
export const SELDOM_SEEN: Record<string, Open> = {
  "a search that finds nothing": async (page) => {
    await page.goto("/loads?q=zzz");
    await expectTitle(page);
  },
  "a link that was used": async (page) => {
    await page.goto("/invitation/nonsense");
    await expectTitle(page);
  },
  "a load that isn't there": async (page) => {
    await page.goto("/loads/load_nothing");
    await expect(page.getByText("There is no such load")).toBeVisible();
  },
  "an address of nothing": async (page) => {
    await page.goto("/nowhere");
    await expectTitle(page);
  },
  "a page that could not be loaded": async (page) => {
    await page.goto("/management/company-profile");
    await page.route("**/_next/static/**", (route) => route.abort());
    await page.getByRole("button", { name: "Add important information" }).click();
    await expect(page.getByText("The settings could not be loaded")).toBeVisible();
    await page.unroute("**/_next/static/**");
  },
  "the check of a file's rows": async (page, session) => {
    await page.goto(`/import/${await aFile(session)}?step=check`);
    await expect(page.getByRole("heading", { name: "1 bad row" })).toBeVisible();
  },
  "the import of a file's good rows": async (page) => {
    await page.getByRole("button", { name: "Import the 1 good row" }).click();
    await expect(page.getByText(/came in/)).toBeVisible();
  },
};

async function expectTitle(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** A file of one row that can come in and one that can't. */
async function aFile(session: ApiSession): Promise<string> {
  const response = await session.fetch("/api/imports?kind=customers&name=brokers.csv", {
    method: "POST",
    body: `Name,MC\nHigh Meadow Freight ${Date.now()},\nNo Such Number,none of these\n`,
  });
  return ((await response.json()) as { importId: string }).importId;
}
