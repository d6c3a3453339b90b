import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { aPhoto, kitPdf } from "#server/documents/testing/foreign-files.ts";
import { pageTexts } from "#server/documents/testing/page-texts.ts";
import { freshDataFolder } from "./support/fresh-data-folder.ts";
import { otrSandbox } from "./support/installation.ts";
import { expectSentByteForByte } from "./support/sent-documents.ts";

const COMPANY = "Blue Ridge Carriers";
const NOTICE = "This invoice has been assigned to OTR Solutions and is payable to OTR Solutions only.";

/** Founds a company from the terminal. Answers its first Admin's one-time link. */
function foundCompany(): string {
  const args = ["--name", COMPANY, "--admin-name", "Sam Field", "--email", "sam@blue-ridge.test"];
  const folder = freshDataFolder(Number(process.env.E2E_PORT || 3210));
  const printed = execFileSync(process.execPath, ["scripts/create-company.ts", ...args], {
    env: { ...process.env, LADING_DATA_DIR: folder },
    encoding: "utf8",
  });
  return /http\S+\/invitation\/\S+/.exec(printed)?.[0] ?? "";
}

test("from an empty company to Financed, as the help article goes", async ({ page }) => {
  test.slow();

  await test.step("the first Admin joins and is shown the first steps", async () => {
    await page.goto(foundCompany());
    await page.getByLabel("Password", { exact: true }).fill("nine slow freight trains");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
    await expect(
      page.getByRole("link", { name: /Notice of Assignment|Company Profile/ }).first(),
    ).toBeVisible();
  });

  await test.step("USDOT number of the subsidiary", async () => {
    await page.goto("/management/company-profile?tab=subsidiaries");
    await page.getByRole("button", { name: `Edit ${COMPANY}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("USDOT number").fill("3104488");
    await dialog.getByLabel("Street").fill("40 Depot Rd");
    await dialog.getByLabel("City").fill("Roanoke");
    await dialog.getByLabel("State").fill("VA");
    await dialog.getByLabel("ZIP code").fill("24011");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("USDOT 3104488")).toBeVisible();
  });

  await test.step("Configure your Notice of Assignment", async () => {
    await page.getByRole("link", { name: "Company Profile" }).click();
    await page.getByRole("tab", { name: "General Info" }).click();
    await page.getByRole("button", { name: "Add important information" }).click();
    const dialog = page.getByRole("dialog", { name: "Manage Important Info" });
    await dialog.getByLabel("Kind").selectOption({ label: "Notice of Assignment" });
    await dialog.getByRole("textbox").fill(NOTICE);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("article", { name: "Notice of Assignment" })).toContainText(NOTICE);
  });

  await test.step("Configure the OTR Solutions integration", async () => {
    await page.getByRole("link", { name: "Integrations" }).click();
    await page.locator("summary", { hasText: "Factoring" }).click();
    await page.getByRole("button", { name: "Edit OTR Solutions" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Username").fill("dispatch@sample-hauling.test");
    await dialog.getByLabel("Password").fill("sandbox-password");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText(/^Connected\./)).toBeVisible();
  });

  await test.step("customers come in by CSV", async () => {
    await page.goto("/import?kind=customers");
    await page.locator('input[type="file"]').setInputFiles({
      name: "customers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        `Name,MC number,Kind,Street,City,State,ZIP code,Invoicing method\r\n` +
          `Prairie Lantern Logistics,MC-0412907,Broker,1200 Rail Yard Rd,Joliet,IL,60432,Factoring\r\n`,
      ),
    });
    await page.getByRole("button", { name: "Check rows" }).click();
    await page.getByRole("button", { name: "Import all" }).click();
    await expect(page.getByText(/^1 new customer came in/)).toBeVisible();
  });

  await test.step("a load is created by hand, and its broker's credit checked", async () => {
    await page.goto("/loads");
    await page
      .getByRole("link", { name: /New load/ })
      .first()
      .click();
    await page.getByLabel("Load number").fill("BR-1001");
    await page.getByRole("combobox", { name: "Customer" }).fill("Prairie");
    await page.getByRole("option", { name: /Prairie Lantern/ }).click();
    await page.getByLabel("PO number").fill("PLL-90010");
    await page.getByLabel("From city").fill("Joliet");
    await page.getByLabel("State").first().fill("IL");
    await page.getByLabel("To city").fill("Toledo");
    await page.getByLabel("State").nth(1).fill("OH");
    await page.getByLabel("Pickup date").fill("2026-11-20");
    await page.getByLabel("Delivery date").fill("2026-11-21");
    await page.getByLabel("Weight, lb").fill("41200");
    await page.getByLabel("Miles").fill("260");
    await page.getByLabel("Amount in dollars").fill("1,850.00");
    await page.getByRole("button", { name: "Create load" }).click();
    await expect(page.getByRole("heading", { name: "Load BR-1001" })).toBeVisible();
    await page.getByRole("button", { name: "Check credit now" }).click();
    await expect(page.getByRole("button", { name: /: Approved/ }).first()).toBeVisible();
  });

  await test.step("the load is delivered and Released with its papers", async () => {
    await page.getByRole("button", { name: "Mark dispatched" }).click();
    await page.getByRole("button", { name: "Mark in transit" }).click();
    await page.getByRole("button", { name: "Mark delivered" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mark delivered" }).click();
    await page.locator('input[type="file"]').setInputFiles([
      {
        name: "Rate confirmation PLL-90010.pdf",
        mimeType: "application/pdf",
        buffer: await kitPdf(["Rate confirmation PLL-90010"]),
      },
      { name: "POD BR-1001.jpg", mimeType: "image/jpeg", buffer: await aPhoto({ orientation: 6 }) },
    ]);
    const documents = page.getByRole("list", { name: "Documents" });
    await expect(documents.getByRole("listitem")).toHaveCount(2);
    await page.getByRole("button", { name: "Release", exact: true }).click();
    await expect(page.getByText("Released").first()).toBeVisible();
  });

  await test.step("Invoice Load and Merge documents queue it", async () => {
    await page.getByRole("button", { name: "Invoice Load" }).click();
    const first = page.getByRole("dialog", { name: /The first invoice of/ });
    await first.getByLabel("Invoice number").fill("770001");
    await first.getByRole("button", { name: "Invoice Load" }).click();
    await page.getByRole("button", { name: "Merge documents" }).click();
    const merge = page.getByRole("dialog", { name: "Merge documents" });
    await merge.getByRole("button", { name: "Merge documents" }).click();
    await expect(merge).toBeHidden();
    await expect(page.getByText("Queued").first()).toBeVisible();
  });

  await test.step("How to submit a batch", async () => {
    await page.getByRole("link", { name: "Factoring Upload" }).click();
    await page.getByRole("checkbox", { name: /^Select load BR-1001/ }).click();
    await page.getByRole("button", { name: "Submit Batch" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Submit 1 invoice/ })
      .click();
    await expect(page.getByText("The invoice is accepted")).toBeVisible({ timeout: 45_000 });
  });

  await test.step("what OTR holds is the merged document, with the notice on it", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Factoring", exact: true }).click();
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: "Batch 1" })).toBeVisible();
    const [sent] = await expectSentByteForByte(page, 1);
    if (!sent) throw new Error("the batch has no document");
    const [invoice = ""] = await pageTexts(sent);
    for (const text of ["770001", "$1,850.00", "Prairie Lantern Logistics", NOTICE]) {
      expect(oneLine(invoice)).toContain(text);
    }
  });

  await test.step("Reporting: the batch is synced, and the load is Financed", async () => {
    await otrSandbox().setStatus({ invoiceNo: "770001", status: 3 });
    await page.getByRole("button", { name: "SYNC TRANSACTIONS" }).click();
    await expect(page.getByText(/1 newly financed/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("row").filter({ hasText: "BR-1001" })).toContainText("Financed");
  });
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
