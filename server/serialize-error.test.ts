import { expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { newId } from "./kernel/ids.ts";
import { serializeError } from "./serialize-error.ts";

await testDatabase();

it("the log says which query failed and why, and none of the values it was given", async () => {
  const { scope, member } = await aCompany();
  const row = { id: newId("user"), email: member.email, name: "Pat", passwordHash: "a\nsecret\n hash" };
  const failed = await inCompany(scope, (tx) => tx.insert(users).values(row)).catch(
    (error: unknown) => error,
  );
  if (!(failed instanceof Error)) throw new Error("The insert went through.");
  const logged = JSON.stringify(serializeError(new Error("outer", { cause: failed })));
  expect(logged).toMatch(/insert into \\"users\\"/);
  expect(logged).toMatch(/users_email/);
  expect(logged).toMatch(/ {4}at /);
  expect(logged).not.toMatch(/secret/);
  expect(logged).not.toContain(member.email);
});
