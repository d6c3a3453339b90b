import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import everyday from "../vitest.config.ts";

/** Long matrices: crashes, lost answers and races, each case of a table tried in turn. */
export default defineConfig({
  ...everyday,
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    ...everyday.test,
    include: ["**/*.faults.test.ts"],
    exclude: ["**/node_modules/**", ".next/**", ".lading/**"],
    testTimeout: 300_000,
    hookTimeout: 240_000,
    isolate: true,
    // Each matrix runs a whole installation: one at a time.
    fileParallelism: false,
    passWithNoTests: true,
  },
});
