import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { getGeneralInfo } from "./get-general-info.ts";
import { listInfoHistory } from "./list-info-history.ts";
import type { ImportantInfoKind } from "./rules/important-info-kind.ts";
import { saveInfo } from "./save-info.ts";
import { saveInfoInput } from "./schemas.ts";

await testDatabase();
let company: TestCompany;
let north: SubsidiaryId;
let south: SubsidiaryId;

beforeEach(async () => {
  company = await aCompany();
  north = await aSubsidiary(company.scope, { name: "North" });
  south = await aSubsidiary(company.scope, { name: "South" });
});

const kind: ImportantInfoKind = "notice_of_assignment";

/** Saves as the procedure does: the input is read by its schema first. */
const save = (body: string, targets: [SubsidiaryId, number][] = [[north, 0]], of: ImportantInfoKind = kind) =>
  saveInfo(
    company.admin,
    saveInfoInput.parse({
      kind: of,
      body,
      targets: targets.map(([subsidiaryId, expectedVersion]) => ({ subsidiaryId, expectedVersion })),
    }),
  );
const history = () => listInfoHistory(company.admin, { subsidiaryId: north, kind });
const texts = async () => (await getGeneralInfo(company.admin)).texts;

test("a text is saved as the next version; the earlier ones stay as they were", async () => {
  await save("Pay OTR.");
  await save("Pay OTR Solutions only.", [[north, 1]]);
  expect(await history()).toMatchObject([
    { version: 2, body: "Pay OTR Solutions only.", savedByName: company.admin.name },
    { version: 1, body: "Pay OTR." },
  ]);
  expect(await texts()).toMatchObject([{ subsidiaryId: north, kind, version: 2 }]);
});

test("one text goes to several subsidiaries at once, each with its own versions", async () => {
  await save("Pay OTR.");
  const both = await save("Pay OTR Solutions only.", [
    [north, 1],
    [south, 0],
  ]);
  expect(both).toEqual({ kind: "saved", saved: 2, unchanged: 0 });
  const versions = (await texts()).map(({ subsidiaryId, version }) => [subsidiaryId, version]);
  expect(new Map(versions as [string, number][])).toEqual(
    new Map([
      [north, 2],
      [south, 1],
    ]),
  );
});

test("the same text saved again is no new version, however it was pasted and from whichever version", async () => {
  await save("Pay OTR.\nThanks");
  const again = { kind: "saved", saved: 0, unchanged: 1 };
  expect(await save(" Pay OTR.\r\nThanks ", [[north, 1]])).toEqual(again);
  expect(await save("Pay OTR.\nThanks", [[north, 0]])).toEqual(again);
  expect(await history()).toHaveLength(1);
});

test("who edits a text that changed meanwhile is shown the newer one, and nothing is saved anywhere", async () => {
  await save("Pay OTR.");
  await save("Pay OTR only.", [[north, 1]]);
  const late = await save("Pay us.", [
    [north, 1],
    [south, 0],
  ]);
  expect(late).toMatchObject({
    kind: "changed_since",
    changes: [
      { subsidiaryName: "North", version: 2, body: "Pay OTR only.", savedByName: company.admin.name },
    ],
  });
  expect(await texts()).toHaveLength(1);
  expect((await history())[0]?.body).toBe("Pay OTR only.");
});

test("of two people who save at the same moment one is saved and the other is told", async () => {
  await save("Pay OTR.");
  const both = await Promise.all([save("From one.", [[north, 1]]), save("From the other.", [[north, 1]])]);
  expect(both.map((result) => result.kind).sort()).toEqual(["changed_since", "saved"]);
  expect(await history()).toHaveLength(2);
});

test("what an invoice can't print is named, and nothing is saved; typographic signs and accents print", async () => {
  await expect(save("付款 to OTR ✓")).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.stringContaining("付 款 ✓"),
  });
  expect(await texts()).toEqual([]);
  expect(await save("“Café” – OTR’s Łódź office… 5 • €")).toMatchObject({ saved: 1 });
});

test("a Notice of Assignment can't be emptied; another text can, as a version like any other", async () => {
  expect(() => saveInfoInput.parse({ kind, body: " \n", targets: [] })).toThrow(/Notice of Assignment/);
  const footer = "invoice_footer";
  expect(await save("", [[north, 0]], footer)).toMatchObject({ saved: 0 });
  await save("Thanks!", [[north, 0]], footer);
  expect(await save("", [[north, 1]], footer)).toMatchObject({ saved: 1 });
  expect(await texts()).toMatchObject([{ kind: footer, version: 2, body: "" }]);
});

test("a text longer than an invoice holds is refused at its field, with both counts", () => {
  const targets = [{ subsidiaryId: north, expectedVersion: 0 }];
  const { error } = saveInfoInput.safeParse({ kind, body: "a ".repeat(2_100), targets });
  expect(error?.issues).toMatchObject([{ path: ["body"], message: expect.stringMatching(/4,199.*4,000/) }]);
});

test("each new version is audited with what it is for, not with its text", async () => {
  await save("Pay OTR.", [
    [north, 0],
    [south, 0],
  ]);
  await save("Pay OTR.", [[north, 1]]);
  const entries = await inCompany(company.scope, (tx) => tx.select().from(auditEntries));
  expect(entries.map(({ action, subject }) => [action, subject]).toSorted()).toEqual(
    [north, south].map((id) => ["important_info.saved", id]).toSorted(),
  );
  expect(entries[0]).toMatchObject({ userId: company.admin.userId, data: { kind, version: 1 } });
  expect(JSON.stringify(entries)).not.toContain("Pay OTR.");
});

test("another company's subsidiary gets no text, nor do the own ones beside it, and shows none", async () => {
  const other = await aCompany();
  const theirs = await aSubsidiary(other.scope);
  const both = save("Pay OTR.", [
    [north, 0],
    [theirs, 0],
  ]);
  await expect(both).rejects.toMatchObject({ code: "not_found" });
  expect(await texts()).toEqual([]);
  await expect(listInfoHistory(other.admin, { subsidiaryId: north, kind })).rejects.toMatchObject({
    code: "not_found",
  });
});
