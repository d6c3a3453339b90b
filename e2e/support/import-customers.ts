import type { Page } from "@playwright/test";

const HEAD = "Name,MC number,Kind,Street,City,State,ZIP code,Invoicing method";

/** Takes rows of customers through the import that the page has begun. */
export async function importCustomers(page: Page, rows: readonly string[]): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: "customers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([HEAD, ...rows, ""].join("\r\n")),
  });
  await page.getByRole("button", { name: "Check rows" }).click();
  await page.getByRole("button", { name: "Import all" }).click();
}
