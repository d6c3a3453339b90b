import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { createSubsidiary } from "./create-subsidiary.ts";
import { listSubsidiaries } from "./list-subsidiaries.ts";
import { subsidiaryFieldsSchema } from "./schemas.ts";
import { updateSubsidiary } from "./update-subsidiary.ts";

await testDatabase();
let company: TestCompany;

beforeEach(async () => {
  company = await aCompany();
});

const typed = (name: string) =>
  subsidiaryFieldsSchema.parse({
    ...{ name, street: "12 Quay St", city: "Joliet", state: "il", zip: "60432" },
    ...{ usdotNumber: "", mcNumber: "MC 0555010", timeZone: "America/Chicago" },
  });

test("a subsidiary is added with what was typed, and audited; its USDOT number may come later", async () => {
  const { subsidiaryId } = await createSubsidiary(company.admin, typed("North River"));
  expect(await listSubsidiaries(company.admin)).toMatchObject([
    { id: subsidiaryId, name: "North River", state: "IL", usdotNumber: null, mcNumber: "555010" },
  ]);
  const entries = await inCompany(company.scope, (tx) => tx.select().from(auditEntries));
  expect(entries).toMatchObject([{ action: "subsidiary.created", subject: subsidiaryId }]);
});

test("the name of another subsidiary is refused with a sentence, when adding and when renaming", async () => {
  await createSubsidiary(company.admin, typed("North River"));
  const { subsidiaryId } = await createSubsidiary(company.admin, typed("South Bend"));
  const refusal = { code: "conflict", message: expect.stringContaining("“North River”") };
  await expect(createSubsidiary(company.admin, typed("North River"))).rejects.toMatchObject(refusal);
  const rename = updateSubsidiary(company.admin, { ...typed("North River"), subsidiaryId });
  await expect(rename).rejects.toMatchObject(refusal);
  expect(await listSubsidiaries(company.admin)).toHaveLength(2);
});

test("two companies may have subsidiaries of the same name, and see their own", async () => {
  const other = await aCompany();
  await createSubsidiary(company.admin, typed("North River"));
  await createSubsidiary(other.admin, typed("North River"));
  expect(await listSubsidiaries(other.admin)).toHaveLength(1);
});
