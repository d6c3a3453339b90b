import { expect, type Page, test } from "@playwright/test";
import { aPhoto, jsPdf, kitPdf } from "#server/documents/testing/foreign-files.ts";
import { signIn } from "./support/sign-in.ts";

test("a Released load gets a receipt, its invoice and its merged document, and waits for the factor", async ({
  page,
}) => {
  await signIn(page, "biller");
  await openReleasedLoad(page);
  const documents = page.getByRole("list", { name: "Documents" });
  await expect(documents.getByRole("listitem")).toHaveCount(2);

  await page.locator('input[type="file"]').setInputFiles([
    { name: "Lumper 8821.pdf", mimeType: "application/pdf", buffer: Buffer.from(jsPdf("Lumper $120.00")) },
    { name: "scale.jpg", mimeType: "image/jpeg", buffer: await aPhoto({ orientation: 6 }) },
    { name: "letter.docx", mimeType: "application/msword", buffer: Buffer.from("504b0304", "hex") },
    {
      name: "locked.pdf",
      mimeType: "application/pdf",
      buffer: await kitPdf(["secret"], { userPassword: "secret" }),
    },
  ]);
  await expect(documents.getByRole("listitem")).toHaveCount(4);
  await expect(documents.getByLabel("What Lumper 8821.pdf is")).toHaveValue("lumper_receipt");
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByText(/office document/)).toBeVisible();
  await expect(uploads.getByText(/opens only with a password/)).toBeVisible();
  await uploads.getByRole("button", { name: "Dismiss letter.docx" }).click();
  await uploads.getByRole("button", { name: "Dismiss locked.pdf" }).click();

  await documents.getByRole("link", { name: "scale.jpg" }).click();
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByRole("img", { name: /scale\.jpg/ })).toBeVisible();
  await viewer.getByRole("button", { name: "Close" }).click();

  await page.getByRole("button", { name: "Invoice Load" }).click();
  await expect(documents.getByRole("link", { name: /^Invoice \d+\.pdf$/ })).toBeVisible();

  await page.getByRole("button", { name: "Merge documents" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge documents" });
  const order = dialog.getByRole("list", { name: "Order of the merged document" });
  await expect(order.getByRole("listitem")).toHaveCount(5);
  await expect(order.getByRole("listitem").first()).toContainText("Invoice");
  await order.getByRole("button", { name: "Move Scale ticket scale.jpg up" }).click();
  await expect(order.getByRole("listitem").nth(3)).toContainText("scale.jpg");
  await order.getByRole("checkbox", { name: /Include Lumper receipt/ }).uncheck();
  await expect(dialog.getByText(/^4 pages/)).toBeVisible();
  await dialog.getByRole("button", { name: "Merge documents" }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByText("Queued").first()).toBeVisible();
  await expect(documents.getByRole("link", { name: /merged\.pdf$/ })).toBeVisible();
});

/** A load of a factoring customer that was released and not invoiced yet. */
async function openReleasedLoad(page: Page): Promise<void> {
  await page.goto("/loads?status=released");
  await page
    .getByRole("link", { name: /^SH\d+$/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Invoice Load" })).toBeVisible();
}
