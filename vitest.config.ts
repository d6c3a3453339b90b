import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The everyday tests; the long matrices (`*.faults.test.ts`) have scripts/vitest-faults.config.ts. */
export default defineConfig({
  resolve: {
    alias: { "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)) },
  },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", ".next/**", ".lading/**", "e2e/**", "**/*.faults.test.ts"],
    // A date that forgets its time zone fails here: +05:45 is nobody's office.
    env: { TZ: "Asia/Kathmandu" },
    globalSetup: "./scripts/vitest-postgres.ts",
    // Files share processes and start from fresh modules: see there.
    setupFiles: "./scripts/vitest-fresh-file.ts",
    isolate: false,
    pool: "forks",
    // One more than the two cores it is made for: the job engine's tests wait more than they work.
    maxWorkers: 3,
    // Only what hangs is given up: a busy machine is slow, not wrong.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
