import { checksFor } from "./checks.ts";
import { add, type Counts, summary } from "./counts.ts";
import { runCheck } from "./run-check.ts";

/**
 * `node scripts/test.ts`: every check of the project, each to its end whatever the others say.
 * `node scripts/test.ts faults`: the long matrices. The last line counts both over all of them.
 */
let total: Counts = { passed: 0, failed: 0, failures: [] };
const broken: string[] = [];
for (const check of checksFor(process.argv[2])) {
  console.log(`\n── ${check.name}`);
  const counts = await runCheck(check, broken);
  if (counts.failed > 0) broken.push(check.name);
  total = add(total, counts);
}
for (const failure of total.failures) console.log(`Failed: ${failure}`);
console.log(`\n${summary(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
