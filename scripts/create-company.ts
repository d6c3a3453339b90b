import { parseArgs } from "node:util";
import { foundCompany } from "#server/companies/found-company.ts";
import { newCompanySchema } from "#server/companies/schemas.ts";
import { newId } from "#server/kernel/ids.ts";
import { formatDayTime } from "#server/kernel/local-time.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import { onInstallation } from "./on-installation.ts";

const USAGE = `npm run company:create -- --name "North River Transport" --admin-name "Pat Lee" --email pat@carrier.com [--time-zone America/Chicago]`;

await onInstallation(async () => {
  const company = readCompany();
  const scope = mintCompanyScope(newId("company"));
  const link = await foundCompany(scope, company);
  const ends = formatDayTime(link.expiresAt, company.timeZone, new Date());
  console.log(`
${company.name} is there (${scope.companyId}), empty but for a subsidiary of its name.

${company.adminName} becomes its first Admin, with Billing, by opening this link and setting a password for
${company.email}. It works once, until ${ends} (${company.timeZone}), and is not shown again:

  ${link.url}

Lading sends no mail: hand it over yourself. Lost? npm run account:link -- --email ${company.email} --company ${scope.companyId}
`);
});

function readCompany() {
  const { values } = readArguments();
  const company = newCompanySchema.safeParse({
    name: values.name ?? "",
    adminName: values["admin-name"] ?? "",
    email: values.email ?? "",
    timeZone: values["time-zone"],
  });
  if (company.success) return company.data;
  throw new Error([...company.error.issues.map(({ message }) => message), "", USAGE].join("\n"));
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        name: { type: "string" },
        "admin-name": { type: "string" },
        email: { type: "string" },
        "time-zone": { type: "string", default: "America/Chicago" },
      },
    });
  } catch {
    throw new Error(USAGE);
  }
}
