import { parseArgs } from "node:util";
import { withoutCompany } from "#db/client.ts";
import { findLogin } from "#db/queries/across-companies.ts";
import { makeOperatorLink } from "#server/companies/make-operator-link.ts";
import type { CompanyId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import { emailSchema } from "#server/users/schemas.ts";
import { onInstallation } from "./on-installation.ts";

const USAGE = "npm run account:link -- --email pat@carrier.com [--company company_…]";

await onInstallation(async () => {
  const { values } = parseArgs({ options: { email: { type: "string" }, company: { type: "string" } } });
  const email = emailSchema.safeParse(values.email ?? "");
  if (!email.success) throw new Error(USAGE);
  const { url, expiresAt, name, kind } = await makeOperatorLink(
    mintCompanyScope(await findCompany(email.data, values.company)),
    email.data,
  );
  const does = kind === "invitation" ? "joins" : "sets a new password, and is signed out everywhere else,";
  console.log(`
${name} ${does} by opening this link. It works once, until ${expiresAt}, and is not shown again:

  ${url}
`);
});

/** The company named, or else the one that the e-mail signs in to. */
async function findCompany(email: string, named: string | undefined): Promise<CompanyId> {
  if (named !== undefined) {
    if (isId("company", named)) return named;
    throw new Error(
      `${named} is no company's id. It looks like company_01… and was printed when it was made.`,
    );
  }
  const login = await withoutCompany((tx) => findLogin(tx, email));
  if (login) return login.companyId;
  throw new Error(`Nobody signs in as ${email}. If they are invited, name the company: ${USAGE}`);
}
