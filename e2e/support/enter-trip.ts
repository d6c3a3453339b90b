import type { Page } from "@playwright/test";
import { daysAgo } from "./days-ago.ts";

/** Fills in where a new load went last week, and what it pays. */
export async function enterTrip(page: Page, load: { poNumber: string; dollars: string }): Promise<void> {
  await page.getByLabel("PO number").fill(load.poNumber);
  await page.getByLabel("From city").fill("Joliet");
  await page.getByLabel("State").first().fill("IL");
  await page.getByLabel("To city").fill("Toledo");
  await page.getByLabel("State").nth(1).fill("OH");
  await page.getByLabel("Pickup date").fill(daysAgo(4));
  await page.getByLabel("Delivery date").fill(daysAgo(3));
  await page.getByLabel("Weight, lb").fill("41200");
  await page.getByLabel("Miles").fill("260");
  await page.getByLabel("Amount in dollars").fill(load.dollars);
}
