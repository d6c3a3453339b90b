import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import type { ApiSession } from "./support/api.ts";
import { expectAccepted, expectBlocked, loadOf, openUpload, submit } from "./support/factoring-upload.ts";
import { otrSandbox } from "./support/installation.ts";
import { connect, enterLogin } from "./support/otr-login.ts";
import { joinOwnCompany } from "./support/own-company.ts";
import { type OwnDesk, setUpDesk } from "./support/own-desk.ts";

/** Each failure of the article's "Troubleshooting": brought about, told, and mended by the link that stands beside it. */
let session: ApiSession;
let desks = 0;

test.beforeAll(async ({ baseURL }, { workerIndex }) => {
  desks = workerIndex * 100;
  const company = { name: "Tall Pine Lines", adminName: "Kim Alder", email: `kim-${desks}@tall-pine.test` };
  session = await joinOwnCompany(String(baseURL), company, "nine slow freight trains");
});

test.beforeEach(({ context }) => context.addCookies(session.cookies()));

/** A subsidiary for this test alone, ready to submit but for what it lacks. */
function aDesk(lacks?: Parameters<typeof setUpDesk>[2]): Promise<OwnDesk> {
  desks += 1;
  return setUpDesk(session, desks, lacks);
}

test.describe("Batch submission fails", () => {
  test("the USDOT number is missing on the subsidiary", async ({ page }) => {
    const desk = await aDesk({ usdotNumber: "" });
    await openUpload(page, desk);
    await expectBlocked(page, desk, /has no USDOT number, and OTR needs it with every invoice/);

    await page.getByRole("link", { name: "Set the USDOT number" }).click();
    const dialog = page.getByRole("dialog", { name: desk.subsidiary.name });
    await expect(dialog.getByLabel("USDOT number")).toBeFocused();
    await dialog.getByLabel("USDOT number").fill(desk.subsidiary.usdotNumber);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();

    await openUpload(page, desk);
    await submit(page, desk);
    await expectAccepted(page);
  });

  test("the MC number is missing on the customer", async ({ page }) => {
    const desk = await aDesk({ mcNumber: "" });
    const { broker, load } = desk;
    await openUpload(page, desk);
    await submit(page, desk);
    const needsYou = page.getByRole("region", { name: "Needs you" });
    await expect(needsYou).toContainText(`${broker.name} has no MC number`);
    await expect(needsYou).toContainText("The invoice was not sent, and the load is still Queued.");
    // It is the only one: there are no more to show.
    await expect(needsYou.getByRole("button", { name: /^Show/ })).toHaveCount(0);

    await needsYou.getByRole("link", { name: "Check the MC number" }).click();
    const mcNumber = page.getByLabel("MC number");
    await expect(mcNumber).toBeFocused();
    await expect(
      page.getByText(/this customer has none, so its credit can't be checked/).first(),
    ).toBeVisible();
    await mcNumber.fill(broker.mcNumber);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

    await openUpload(page, desk);
    await needsYou.getByRole("button", { name: `Retry load ${load.number}` }).click();
    await expectAccepted(page);
    await expect(needsYou).toBeHidden();
  });

  test("OTR refuses the first login of the subsidiary", async ({ page }) => {
    const desk = await aDesk({ login: null });
    await openUpload(page, desk);
    await expectBlocked(page, desk, /has no OTR Solutions login yet/);
    await page.getByRole("link", { name: "Connect OTR Solutions" }).click();
    const dialog = await enterLogin(page, { ...desk.login, password: "mistyped" });
    await expect(dialog.getByText(/refused this username and password/)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("region", { name: "OTR Solutions" })).toContainText("Refused by OTR");

    await openUpload(page, desk);
    await expectBlocked(page, desk, /OTR refused the username and password of/);
    await page.getByRole("link", { name: "Enter the login again" }).click();
    await connect(page, desk.login);

    await openUpload(page, desk);
    await submit(page, desk);
    await expectAccepted(page);
  });

  test("OTR refuses a login that worked before", async ({ page }) => {
    const desk = await aDesk();
    const changed = { ...desk.login, password: "changed-in-the-portal" };
    const { usdotNumber } = desk.subsidiary;
    await otrSandbox().seedLogins({
      logins: [{ ...changed, usdotNumbers: [usdotNumber], clientName: "TALL PINE" }],
    });
    await otrSandbox().expireTokens();
    await openUpload(page, desk);
    await submit(page, desk);
    const needsYou = page.getByRole("region", { name: "Needs you" });
    await expect(needsYou).toContainText("OTR refused the username and password.");
    await expect(page.getByText(/Nothing can be submitted until they are entered again/)).toBeVisible();

    await needsYou.getByRole("link", { name: "Open Integrations" }).click();
    await connect(page, changed);
    await openUpload(page, desk);
    await needsYou.getByRole("button", { name: `Retry load ${desk.load.number}` }).click();
    await expectAccepted(page);
  });

  test("OTR Solutions was disconnected", async ({ page }) => {
    const desk = await aDesk();
    await page.goto(`/management/integrations?subsidiary=${desk.subsidiary.id}`);
    await page.getByRole("button", { name: "Disconnect" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
    await expect(page.getByRole("region", { name: "OTR Solutions" })).toContainText("Disconnected");

    await openUpload(page, desk);
    await expectBlocked(page, desk, /OTR Solutions is disconnected for/);
    await page.getByRole("link", { name: "Connect OTR Solutions" }).click();
    await connect(page, desk.login);
    await openUpload(page, desk);
    await submit(page, desk);
    await expectAccepted(page);
  });
});

test("Load status did not change to Financed after sync: OTR has not funded it yet", async ({ page }) => {
  const { subsidiary, load } = await aDesk();
  const submission = { subsidiaryId: subsidiary.id, loadIds: [load.id], requestKey: randomUUID() };
  await session.mutate("factoring.submitBatch", submission);
  await page.goto("/reports/factoring");
  await page.getByRole("row").filter({ hasText: subsidiary.name }).getByRole("link").first().click();
  const invoice = page.getByRole("row").filter({ hasText: load.number });
  await expect(invoice).toContainText("Invoiced", { timeout: 45_000 });

  await page.getByRole("button", { name: "SYNC TRANSACTIONS" }).click();
  await expect(page.getByText(/^1 unchanged/)).toBeVisible();
  await expect(invoice).toContainText("Pending");
  await expect(invoice).toContainText("Invoiced");
  await expect(page.getByRole("region", { name: "Needs you" })).toBeHidden();

  await otrSandbox().setStatus({ invoiceNo: load.invoiceNumber, status: 3 });
  await page.getByRole("button", { name: "SYNC TRANSACTIONS" }).click();
  await expect(page.getByText(/^1 newly financed/)).toBeVisible();
  await expect(invoice).toContainText("Financed");
});

test.describe("Credit check icon does not appear", () => {
  test("the customer has no factoring method for the subsidiary", async ({ page }) => {
    const desk = await aDesk({ method: "email" });
    await page.goto(`/loads/${desk.load.id}`);
    await expect(page.getByText(/is not invoiced through Factoring for/)).toBeVisible();
    await expect(creditIcon(page)).toBeHidden();

    await openUpload(page, desk);
    const notReady = page.getByRole("region", { name: "Not ready" });
    await notReady.getByRole("button", { name: "Show" }).click();
    await expect(notReady).toContainText("is not invoiced through factoring for this subsidiary");
    await notReady.getByRole("link", { name: "Set the invoicing method" }).click();
    await page.getByLabel(desk.subsidiary.name, { exact: true }).selectOption({ label: "Factoring" });
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await checkCredit(page);

    await openUpload(page, desk);
    await expect(loadOf(page, desk)).toBeVisible();
    await expect(notReady).toBeHidden();
  });

  test("the integration is not active", async ({ page }) => {
    const { subsidiary, broker, login } = await aDesk();
    await session.mutate("integrations.disconnect", { subsidiaryId: subsidiary.id });
    await page.goto(`/customers/${broker.id}`);
    await expect(page.getByText(/is not connected to OTR Solutions, so/).first()).toBeVisible();
    await page.getByRole("link", { name: "Connect OTR Solutions" }).click();
    await connect(page, login);
    await page.getByRole("link", { name: "Customers" }).click();
    await page.getByRole("link", { name: broker.name }).click();
    await checkCredit(page);
  });
});

/** The icons beside a name say so as buttons. */
function creditIcon(page: Page, says = ""): Locator {
  return page.getByRole("button", { name: new RegExp(`^Credit: ${says}`) });
}

/** Presses ↻ on the page of a broker, which has an icon now. The history says who asked. */
async function checkCredit(page: Page): Promise<void> {
  await expect(creditIcon(page).first()).toBeVisible();
  await page.getByRole("button", { name: "Check credit now" }).click();
  await expect(page.locator("#credit").getByText(/by Kim Alder/)).toBeVisible();
  await expect(creditIcon(page, "Approved").first()).toBeVisible();
}
