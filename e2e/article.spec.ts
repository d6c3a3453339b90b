import { expect, type Locator, type Page, test } from "@playwright/test";
import { pageTexts } from "#server/documents/testing/page-texts.ts";
import { addPapers } from "./support/add-papers.ts";
import { enterTrip } from "./support/enter-trip.ts";
import { expectSteps, followStep, goHome } from "./support/first-steps.ts";
import { importCustomers } from "./support/import-customers.ts";
import { otrSandbox } from "./support/installation.ts";
import { connect } from "./support/otr-login.ts";
import { foundCompany } from "./support/own-company.ts";
import { expectSentByteForByte } from "./support/sent-documents.ts";
import { enterPassword } from "./support/sign-in.ts";

const COMPANY = { name: "Blue Ridge Carriers", adminName: "Sam Field", email: "sam@blue-ridge.test" };
/** By name it comes before the subsidiary that the article's steps are for. */
const OTHER_SUBSIDIARY = "Appalachian Express";
const PASSWORD = "nine slow freight trains";
const NOTICE = "This invoice has been assigned to OTR Solutions and is payable to OTR Solutions only.";

test("from an empty company to Financed, as the help article goes", async ({ page }) => {
  test.slow();

  await test.step("the first Admin joins by the link", async () => {
    await page.goto(foundCompany(COMPANY));
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Join" }).click();
    await expectSteps(page, 0);
  });

  await test.step("from then on the password signs in", async () => {
    await page.getByRole("button", { name: COMPANY.adminName }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await enterPassword(page, COMPANY.email, PASSWORD);
    await expectSteps(page, 0);
  });

  await test.step("USDOT number set on each subsidiary that will submit batches", async () => {
    await followStep(page, "Open subsidiaries");
    await page.getByRole("button", { name: `Edit ${COMPANY.name}` }).click();
    const edited = page.getByRole("dialog", { name: COMPANY.name });
    await edited.getByLabel("USDOT number").fill("3104488");
    await edited.getByLabel("Street").fill("40 Depot Rd");
    await edited.getByLabel("City").fill("Roanoke");
    await edited.getByLabel("State").fill("VA");
    await edited.getByLabel("ZIP code").fill("24011");
    await edited.getByRole("button", { name: "Save" }).click();
    await expect(edited).toBeHidden();
    await expect(page.getByText("USDOT 3104488")).toBeVisible();

    await page.getByRole("button", { name: "Add subsidiary" }).click();
    const added = page.getByRole("dialog", { name: "Add subsidiary" });
    await added.getByLabel("Name").fill(OTHER_SUBSIDIARY);
    await added.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(OTHER_SUBSIDIARY)).toBeVisible();
  });

  await test.step("Configure your Notice of Assignment", async () => {
    await goHome(page, 1);
    await followStep(page, "Open Company Profile");
    await page.getByRole("tab", { name: "General Info" }).click();
    await page.getByRole("button", { name: "Add important information" }).click();
    const dialog = page.getByRole("dialog", { name: "Manage Important Info" });
    await dialog.getByLabel("Kind").selectOption({ label: "Notice of Assignment" });
    await dialog.getByRole("textbox").fill(NOTICE);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    const printed = page.getByRole("region", { name: COMPANY.name });
    await expect(printed.getByRole("article", { name: "Notice of Assignment" })).toContainText(NOTICE);
  });

  await test.step("Configure the OTR Solutions integration", async () => {
    await goHome(page, 2);
    await followStep(page, "Open Integrations");
    await chooseSubsidiary(page);
    await page.locator("summary", { hasText: "Factoring" }).click();
    await connect(page, { username: "dispatch@sample-hauling.test", password: "sandbox-password" });
  });

  await test.step("customers come in by CSV", async () => {
    await page.getByRole("link", { name: "Customers" }).click();
    await page.getByRole("link", { name: "Import" }).first().click();
    await importCustomers(page, [
      "Prairie Lantern Logistics,MC-0412907,Broker,1200 Rail Yard Rd,Joliet,IL,60432,Factoring",
    ]);
    await expect(page.getByText(/^1 new customer came in/)).toBeVisible();
  });

  await test.step("a load is created by hand", async () => {
    await goHome(page, 4);
    await followStep(page, "Create a load");
    await page.getByLabel("Load number").fill("BR-1001");
    await chooseSubsidiary(page);
    await page.getByRole("combobox", { name: "Customer" }).fill("Prairie");
    await page.getByRole("option", { name: /Prairie Lantern/ }).click();
    await enterTrip(page, { poNumber: "PLL-90010", dollars: "1,850.00" });
    await page.getByRole("button", { name: "Create load" }).click();
    await expect(page.getByRole("heading", { name: "Load BR-1001" })).toBeVisible();
  });

  await test.step("To manually trigger a credit check from a load details page", async () => {
    await page.getByRole("button", { name: "Check credit now" }).click();
    await expect(page.getByRole("button", { name: /: Approved/ }).first()).toBeVisible();
  });

  await test.step("To manually trigger a credit check from a customer or broker profile", async () => {
    await page.getByRole("main").getByRole("link", { name: "Prairie Lantern Logistics" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Prairie Lantern Logistics" })).toBeVisible();
    await expect(page.getByLabel(COMPANY.name, { exact: true })).toHaveValue("factoring");
    const checks = page
      .locator("#credit")
      .getByRole("listitem")
      .filter({ has: page.locator("details") });
    await expectByHand(checks, 1);
    await page.getByRole("button", { name: "Check credit now" }).click();
    await expectByHand(checks, 2);
    await expect(page.getByRole("button", { name: /: Approved/ }).first()).toBeVisible();
  });

  await test.step("the load is delivered and Released with its papers", async () => {
    await goHome(page, 5);
    await followStep(page, "Open Loads");
    await page.getByRole("link", { name: "BR-1001" }).click();
    await page.getByRole("button", { name: "Mark dispatched" }).click();
    await page.getByRole("button", { name: "Mark in transit" }).click();
    await page.getByRole("button", { name: "Mark delivered" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mark delivered" }).click();
    await addPapers(page, "BR-1001");
    await page.getByRole("button", { name: "Release", exact: true }).click();
    await expectStatus(page, "Released");
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
    await expectStatus(page, "Queued");
  });

  await test.step("How to submit a batch", async () => {
    await goHome(page, 6);
    await followStep(page, "Open Factoring Upload");
    await chooseSubsidiary(page);
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
    const sent = (await expectSentByteForByte(page, 1)).get("770001");
    if (!sent) throw new Error("the batch has no document");
    const [invoice = ""] = await pageTexts(sent);
    for (const text of ["770001", "$1,850.00", "Prairie Lantern Logistics", NOTICE]) {
      expect(invoice.replace(/\s+/g, " ")).toContain(text);
    }
  });

  await test.step("Reporting: the batch is synced, and the load is Financed", async () => {
    await otrSandbox().setStatus({ invoiceNo: "770001", status: 3 });
    await page.getByRole("button", { name: "SYNC TRANSACTIONS" }).click();
    await expect(page.getByText(/1 newly financed/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("row").filter({ hasText: "BR-1001" })).toContainText("Financed");

    await page.getByRole("navigation").getByRole("link", { name: "Loads" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Loads" })).toBeVisible();
    await page.getByRole("link", { name: "BR-1001" }).click();
    await expect(page.getByRole("heading", { name: "Load BR-1001" })).toBeVisible();
    await expectStatus(page, "Financed");
  });
});

/** Selects the subsidiary that the steps are for. */
async function chooseSubsidiary(page: Page): Promise<void> {
  const subsidiary = page.getByLabel("Subsidiary");
  await expect(subsidiary.locator("option:checked")).toHaveText(OTHER_SUBSIDIARY);
  await subsidiary.selectOption({ label: COMPANY.name });
}

/** The newest check of the history is the Admin's, and so many are in all: the automatic ones name nobody. */
async function expectByHand(checks: Locator, count: number): Promise<void> {
  await expect(checks.first()).toContainText(`by ${COMPANY.adminName}`);
  await expect(checks.filter({ hasText: `by ${COMPANY.adminName}` })).toHaveCount(count);
}

/** Where the load stands, in the head of its page. */
async function expectStatus(page: Page, status: string): Promise<void> {
  await expect(page.locator("#status")).toContainText(status);
}
