import { expect, type Page } from "@playwright/test";
import { aLoad } from "./addresses.ts";
import type { ApiSession } from "./api.ts";

type Open = (page: Page, session: ApiSession) => Promise<void>;

/** What opens on top of a page or unfolds in it, and how to get there as the demo's owner. */
export const OPENED: Record<string, Open> = {
  "Submit Batch": async (page) => {
    await page.goto("/accounting/factoring-upload");
    await page.getByRole("row").nth(1).getByRole("checkbox").check();
    await page.getByRole("row").nth(2).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Submit Batch" }).click();
    await expectDialog(page, /^Submit 2 invoices/);
  },
  "the groups of Factoring Upload": async (page) => {
    await page.goto("/accounting/factoring-upload");
    for (const group of await page.getByRole("button", { name: /^Show( \d+ more)?$/ }).all()) {
      await group.click();
    }
  },
  "Manage Important Info": async (page) => {
    await page.goto("/management/company-profile");
    await page.getByRole("button", { name: "Add important information" }).click();
    await expectDialog(page, "Manage Important Info");
  },
  "a subsidiary": async (page) => {
    await page.goto("/management/company-profile?tab=subsidiaries&edit=new");
    await expectDialog(page, "Add subsidiary");
  },
  "a mistake in a subsidiary": async (page) => {
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
  },
  "the login at OTR": async (page) => {
    await page.goto("/management/integrations");
    await page.locator("summary").click();
    await page.getByRole("button", { name: "Edit OTR Solutions" }).click();
    await expectDialog(page);
  },
  "the end of a login at OTR": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Disconnect" }).click();
    await expectDialog(page);
  },
  "the invitation of a user": async (page) => {
    await page.goto("/management/users?open=invite");
    await expectDialog(page);
  },
  "a user": async (page) => {
    await page.goto("/management/users");
    await page.getByRole("button", { name: "Teo Brandt" }).click();
    await expectDialog(page);
  },
  "an entry of the audit": async (page) => {
    await page.goto("/management/audit");
    await page
      .getByRole("button", { name: /^Details of/ })
      .first()
      .click();
    await expectDialog(page);
  },
  "Merge documents": async (page, session) => {
    await page.goto(`/loads/${await aLoad(session, "queued")}`);
    await page.getByRole("button", { name: "Merge documents" }).click();
    await expectDialog(page, "Merge documents");
  },
  "a document": async (page, session) => {
    await page.goto(`/loads/${await aLoad(session, "queued")}`);
    await page.getByRole("list", { name: "Documents" }).getByRole("link").first().click();
    await expectDialog(page);
  },
  "the way back of a load": async (page, session) => {
    await page.goto(`/loads/${await aLoad(session, "queued")}`);
    await page.getByRole("button", { name: "Revert" }).click();
    await expectDialog(page);
  },
  "the day of a delivery": async (page, session) => {
    await page.goto(`/loads/${await aLoad(session, "in_transit")}`);
    await page.getByRole("button", { name: /delivered/i }).click();
    await expectDialog(page);
  },
  "a release of loads": async (page) => {
    await page.goto("/loads?status=delivered");
    await page.getByRole("row").nth(1).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Release" }).click();
    await expectDialog(page, "Release 1 load?");
  },
  "a load that is open": async (page, session) => {
    await page.goto(`/loads/${await aLoad(session, "open")}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  },
  "the choice of a customer for a new load": async (page) => {
    await page.goto("/loads/new");
    await page.getByRole("combobox", { name: "Customer" }).pressSequentially("log");
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  },
  "a new load with mistakes": async (page) => {
    await page.goto("/loads/new");
    await page.getByRole("button", { name: "Create load" }).click();
    await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
  },
  "an invoice of a batch": async (page) => {
    await page.goto("/reports/factoring");
    await page.getByRole("table").getByRole("link").first().click();
    await page
      .getByRole("button", { name: /^Open load/ })
      .first()
      .click();
    await expectDialog(page, /^Load /);
  },
  "what a credit icon says": async (page) => {
    await page.goto("/customers");
    await page
      .getByRole("row")
      .nth(1)
      .getByRole("cell")
      .locator("[data-slot=tooltip-anchor] > *")
      .first()
      .focus();
    await expect(page.getByRole("tooltip")).toBeVisible();
  },
  "the command palette": async (page) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("SH");
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "the shortcuts": async (page) => {
    await page.goto("/loads");
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await page.keyboard.press("?");
    await expectDialog(page, "Keyboard shortcuts");
  },
  "the user menu": async (page) => {
    await page.goto("/account");
    await page.getByRole("button", { name: /Marcus Oyelaran/ }).click();
    await expect(page.getByRole("button", { name: "Sign out", exact: true })).toBeVisible();
  },
  "the drawer of a phone": async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/loads");
    await page.getByRole("button", { name: "Open navigation" }).click();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  },
};

async function expectDialog(page: Page, name?: string | RegExp): Promise<void> {
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('[data-slot="skeleton"]')).toHaveCount(0);
}
