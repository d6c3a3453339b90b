import { beforeEach, expect, test } from "vitest";
import { inCompany, withoutCompany } from "#db/client.ts";
import { listCompaniesWithOtr } from "#db/queries/across-companies.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { getGeneralInfo } from "./get-general-info.ts";
import { updateCompanyInput } from "./schemas.ts";
import { updateCompany } from "./update-company.ts";

await testDatabase();
let company: TestCompany;

beforeEach(async () => {
  company = await aCompany({ name: "Sample Hauling", timeZone: "America/Chicago" });
});

test("the night of the purchase sync follows the company's time zone", async () => {
  await anIntegration(company.admin, await aSubsidiary(company.scope));
  await updateCompany(company.admin, { name: "Sample Hauling", timeZone: "America/Denver" });
  const nights = await withoutCompany(listCompaniesWithOtr);
  expect(nights.find(({ companyId }) => companyId === company.scope.companyId)?.timeZone).toBe(
    "America/Denver",
  );
});

test("a change is audited with both values; saving the same again is not", async () => {
  const to = { name: "Sample Hauling Group", timeZone: "America/Chicago" };
  await updateCompany(company.admin, to);
  await updateCompany(company.admin, to);
  const entries = await inCompany(company.scope, (tx) => tx.select().from(auditEntries));
  expect(entries).toMatchObject([
    { action: "company.updated", data: { from: { name: "Sample Hauling" }, to: { name: to.name } } },
  ]);
});

test("one company's name is not another's", async () => {
  const other = await aCompany({ name: "Gull Point" });
  await updateCompany(company.admin, { name: "Renamed", timeZone: "America/Chicago" });
  expect((await getGeneralInfo(other.admin)).company.name).toBe("Gull Point");
});

test.each([
  [{ name: " ", timeZone: "America/Chicago" }, /name of the company/],
  [{ name: "Fine", timeZone: "Mars/Olympus" }, /time zone/],
])("%j is refused with a sentence", (typed, sentence) => {
  expect(updateCompanyInput.safeParse(typed).error?.issues[0]?.message).toMatch(sentence);
});
