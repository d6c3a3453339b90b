import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectFocus, goByPalette, openPalette, signInByKeyboard, tabTo } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("a batch is submitted and synced without a mouse", async ({ page }) => {
  test.slow();
  await signInByKeyboard(page, "biller");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await goByPalette(page, "Factoring Upload", "Factoring Upload");

  const subsidiary = page.getByLabel("Subsidiary");
  await tabTo(page, subsidiary);
  await page.keyboard.type("Sample");
  await expect(page).toHaveURL(/subsidiary=/);
  await expect(subsidiary.locator("option:checked")).toHaveText("Sample Hauling Inc");
  await expectFocus(subsidiary);

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("/");
  const search = page.getByLabel("Search the queue");
  await expectFocus(search);
  await page.keyboard.type("SH");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=SH/);
  await expect(page.getByText(/invoices match/)).toBeVisible();
  await expectFocus(row(page, 0));
  await page.keyboard.press("j");
  await expectFocus(row(page, 1));
  await page.keyboard.press("k");
  await expectFocus(row(page, 0));
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+x");
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("3 selected");

  const dialog = page.getByRole("dialog", { name: "Submit 3 invoices to OTR Solutions?" });
  await page.keyboard.press("s");
  await expectFocus(dialog.getByRole("button", { name: "Cancel" }));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectFocus(row(page, 2));
  await page.keyboard.press("s");
  await tabTo(page, dialog.getByRole("button", { name: "Submit 3 invoices" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  const batch = page.getByRole("region", { name: /^Batch \d+$/ }).first();
  await expectFocus(batch);
  const progress = batch.getByRole("progressbar");
  await expect(progress).toBeVisible();
  await expect(progress).toHaveAttribute("aria-valuenow", "3", { timeout: 45_000 });

  await goByPalette(page, "Reports", "Factoring report");
  await page.keyboard.press("j");
  await expectFocus(row(page, 0));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/reports\/factoring\/batch_/);
  await expect(page.getByRole("main")).toBeFocused();
  const sync = page.getByRole("button", { name: "SYNC TRANSACTIONS" });
  await tabTo(page, sync);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /as of .* by Ruth Castellano/ })).toBeVisible();
  await expectFocus(sync);
});

test("a load is entered without a mouse", async ({ page }) => {
  await signIn(page, "dispatcher");
  await page.goto("/");
  await goByPalette(page, "Loads", "Loads");
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { level: 1, name: "New load" })).toBeVisible();

  await tabTo(page, page.getByLabel("Load number"));
  await page.keyboard.press("Enter");
  const customer = page.getByRole("combobox", { name: "Customer" });
  await expect(customer).toHaveAttribute("aria-invalid", "true");
  await expectFocus(customer);
  await page.keyboard.type("lo");
  await expect(page.getByRole("listbox")).toHaveAttribute("aria-busy", "false");
  await expect(page.getByRole("listbox").getByRole("option").nth(1)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const second = page.getByRole("listbox").getByRole("option").nth(1);
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(customer).toHaveAttribute("aria-activedescendant", String(await second.getAttribute("id")));
  await page.keyboard.press("Enter");
  await expect(customer).toHaveAttribute("aria-expanded", "false");
  await expect(customer).not.toHaveValue("lo");
  await page.keyboard.press("Tab");
  await expectFocus(page.getByLabel("PO number"));
  await page.keyboard.type("KEYS-1");
  // In a hurry: Enter before the list is there takes its first as soon as it is.
  await tabTo(page, customer, "Shift+Tab");
  await page.keyboard.type("copper bend");
  await page.keyboard.press("Enter");
  await expect(customer).toHaveValue("Copper Bend Freight Inc");
  await expect(customer).toHaveAttribute("aria-expanded", "false");
  await tabTo(page, page.getByLabel("From city"));
  await page.keyboard.type("Joliet");

  const charge = (place: number) => page.getByRole("group", { name: `Charge ${place}` });
  await tabTo(page, charge(1).getByLabel("Amount in dollars"));
  await page.keyboard.type("1850.00");
  await tabTo(page, page.getByRole("button", { name: "Add a charge" }));
  await page.keyboard.press("Enter");
  await expectFocus(charge(2).getByLabel("Kind"));
  await tabTo(page, charge(2).getByLabel("Amount in dollars"));
  await page.keyboard.type("200");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/loads\/load_/);
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByRole("main")).toContainText("$2,050.00");
});

test("important information is saved without a mouse", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/");
  await goByPalette(page, "Company Profile", "Company Profile");
  const add = page.getByRole("button", { name: "Add important information" });
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Manage Important Info" });
  await expectFocus(dialog.getByLabel("Kind"));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectFocus(add);

  await page.keyboard.press("Enter");
  await expectFocus(dialog.getByLabel("Kind"));
  await page.keyboard.type("Payment");
  const text = dialog.getByLabel("Payment Terms text");
  await tabTo(page, text);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Net 30 days from the day of the invoice.");
  await tabTo(page, dialog.getByRole("button", { name: "Save" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expectFocus(add);
  await expect(page.getByText(/^Saved for/)).toBeVisible();
});

test("the palette finds a customer by name, also in a hurry, and begins a load", async ({ page }) => {
  await signInByKeyboard(page, "dispatcher");
  await openPalette(page);
  await page.keyboard.type("copper bend");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Copper Bend Freight Inc" })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  await goByPalette(page, "New load", "New load");
});

test("the keys are told, and what they open gives the focus back", async ({ page }) => {
  await signIn(page, "biller");
  await page.goto("/");
  await goByPalette(page, "Loads", "Loads");
  await page.keyboard.press("j");
  await expectFocus(row(page, 0));
  await page.keyboard.press("?");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expectFocus(shortcuts.getByRole("button", { name: "Close" }));
  for (const what of ["Search this list", "Next row", "Submit the selected invoices", "New load"]) {
    await expect(shortcuts.getByText(what).first()).toBeVisible();
  }
  await closesBackTo(page, shortcuts, row(page, 0));

  await openPalette(page);
  await closesBackTo(page, page.getByRole("dialog"), row(page, 0));

  await page.goto("/loads");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expectFocus(skip);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("single keys are switched off and on again in one's account; arrows and ⌘K go on", async ({ page }) => {
  await signInByKeyboard(page, "biller");
  await page.goto("/account");
  const choice = page.getByRole("checkbox", { name: "Single-key shortcuts" });
  await expect(choice).toBeChecked();
  await tabTo(page, choice);
  await page.keyboard.press("Space");
  await expect(choice).not.toBeChecked();
  await page.reload();
  await expect(choice).not.toBeChecked();

  await goByPalette(page, "Loads", "Loads");
  const search = page.getByRole("searchbox", { name: "Search loads" });
  await expect(search).not.toHaveAttribute("aria-keyshortcuts");
  await tabTo(page, row(page, 0));
  for (const key of ["j", "/", "?", "n"]) {
    await page.keyboard.press(key);
    await expectFocus(row(page, 0));
  }
  await page.keyboard.press("ArrowDown");
  await expectFocus(row(page, 1));
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/\/loads$/);

  await page.goto("/account");
  await tabTo(page, page.getByRole("button", { name: "Show all shortcuts" }));
  await page.keyboard.press("Enter");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(shortcuts).toContainText("Single keys are switched off.");
  await expect(shortcuts.getByText("Next row")).toBeHidden();
  await page.keyboard.press("Escape");
  await tabTo(page, choice, "Shift+Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("?");
  await expect(shortcuts.getByText("Next row")).toBeVisible();
});

/** A row of the page's list, from 0. */
function row(page: Page, index: number): Locator {
  return page.locator(`tr[aria-rowindex="${index + 2}"]`);
}

async function closesBackTo(page: Page, dialog: Locator, opener: Locator): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectFocus(opener);
}
