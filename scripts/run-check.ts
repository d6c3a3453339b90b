import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Check, REPORT } from "./checks.ts";
import { type Counts, countExit, countReport } from "./counts.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BIN = join(ROOT, "node_modules", ".bin");

/** Runs a check with its output on the terminal and counts its cases. `broken` names the checks that failed before it. */
export async function runCheck(check: Check, broken: string[]): Promise<Counts> {
  if (check.needs && broken.includes(check.needs)) {
    console.log(`not run: ${check.needs} failed`);
    return countExit(check.name, false);
  }
  const folder = mkdtempSync(join(tmpdir(), "lading-report-"));
  const report = join(folder, "report.json");
  try {
    const succeeded = await run(check.command, report);
    return check.runner
      ? countReport(check.runner, check.name, report, succeeded)
      : countExit(check.name, succeeded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run([program = "", ...args]: string[], report: string): Promise<boolean> {
  const child = spawn(
    program === "node" ? process.execPath : join(BIN, program),
    args.map((arg) => arg.replace(REPORT, report)),
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        PATH: `${BIN}${delimiter}${process.env.PATH}`,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        NEXT_TELEMETRY_DISABLED: "1",
      },
    },
  );
  return new Promise((done) => {
    child.once("error", () => done(false));
    child.once("exit", (code) => done(code === 0));
  });
}
