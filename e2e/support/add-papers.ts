import { expect, type Page } from "@playwright/test";
import { aPhoto, kitPdf } from "#server/documents/testing/foreign-files.ts";

/** Adds what a release wants to the load on the page: its rate confirmation, and its POD as a photo. */
export async function addPapers(page: Page, loadNumber: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles([
    {
      name: `Rate confirmation ${loadNumber}.pdf`,
      mimeType: "application/pdf",
      buffer: await kitPdf([`Rate confirmation ${loadNumber}`]),
    },
    { name: `POD ${loadNumber}.jpg`, mimeType: "image/jpeg", buffer: await aPhoto({ orientation: 6 }) },
  ]);
  const documents = page.getByRole("list", { name: "Documents" });
  await expect(documents.getByRole("listitem")).toHaveCount(2);
}
