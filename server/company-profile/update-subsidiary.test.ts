import { beforeEach, expect, test } from "vitest";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { listSubsidiaries } from "./list-subsidiaries.ts";
import { updateSubsidiaryInput } from "./schemas.ts";
import { updateSubsidiary } from "./update-subsidiary.ts";

await testDatabase();
let company: TestCompany;
let subsidiaryId: SubsidiaryId;

beforeEach(async () => {
  company = await aCompany();
  subsidiaryId = await aSubsidiary(company.scope);
});

const typed = (fields: Record<string, string> = {}) =>
  updateSubsidiaryInput.safeParse({
    subsidiaryId,
    name: "North River Transport LLC",
    street: "12 Quay St",
    city: "Joliet",
    state: "il",
    zip: "60432",
    usdotNumber: "USDOT 2290417",
    mcNumber: "MC-0555010",
    timeZone: "America/Chicago",
    ...fields,
  });

test("numbers are kept as digits, however they are written, and may be empty", async () => {
  const full = typed();
  if (full.data) await updateSubsidiary(company.admin, full.data);
  expect(await listSubsidiaries(company.admin)).toMatchObject([
    { usdotNumber: "2290417", mcNumber: "555010", state: "IL" },
  ]);
  const empty = typed({ usdotNumber: "", mcNumber: " " });
  if (empty.data) await updateSubsidiary(company.admin, empty.data);
  expect(await listSubsidiaries(company.admin)).toMatchObject([{ usdotNumber: null, mcNumber: null }]);
});

test.each([
  [{ usdotNumber: "pending" }, /USDOT number has up to 8 digits/],
  [{ mcNumber: "none yet" }, /MC number has up to 9 digits/],
  [{ state: "Illinois" }, /two letters/],
  [{ timeZone: "Mars/Olympus" }, /time zone/],
  [{ name: "" }, /name of the subsidiary/],
])("%j is refused with a sentence", (fields, sentence) => {
  expect(typed(fields).error?.issues[0]?.message).toMatch(sentence);
});

test("another company's subsidiary does not exist", async () => {
  const other = await aCompany();
  const { data } = typed();
  if (!data) throw new Error("The input of this test is wrong.");
  await expect(updateSubsidiary(other.admin, data)).rejects.toMatchObject({ code: "not_found" });
});
