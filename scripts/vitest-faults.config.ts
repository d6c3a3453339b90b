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
    exclude: ["**/node_modules/**", ".next/**", ".lading/**", "e2e/**"],
    testTimeout: 120_000,
    passWithNoTests: true,
  },
});
