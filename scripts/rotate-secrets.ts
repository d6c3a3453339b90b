import { existsSync } from "node:fs";
import { closeDatabase } from "#db/client.ts";
import { scopeOf } from "#inngest/functions/company-scope.ts";
import { keyring } from "#server/secrets/keyring.ts";
import { rotateSecrets } from "#server/secrets/rotate-secrets.ts";
import { rotationWords } from "#server/secrets/rotation-words.ts";

for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);

try {
  const { current } = keyring();
  const report = await rotateSecrets({ scopeOf: (companyId) => scopeOf({ companyId }) });
  for (const sentence of rotationWords(current, report)) console.log(sentence);
  process.exitCode = report.unreadable > 0 ? 1 : 0;
} finally {
  await closeDatabase();
}
