import { defineConfig, devices } from "@playwright/test";
import { browserLaunchOptions } from "./e2e/support/browser.ts";
import { dataFolder } from "./e2e/support/data-folder.ts";

const port = Number(process.env.E2E_PORT || 3210);
const baseURL = `http://localhost:${port}`;

/** Journeys through the product as `npm start` runs it, on a database of its own. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Only what hangs is given up: a busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { baseURL, trace: "retain-on-failure", timezoneId: "America/Chicago", locale: "en-US" },
  projects: [
    {
      name: "chromium",
      use: { ...devices["Desktop Chrome"], launchOptions: await browserLaunchOptions() },
    },
  ],
  webServer: {
    command: `"${process.execPath}" e2e/support/empty-data-folder.ts && exec "${process.execPath}" local/launcher/main.mjs start`,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
    // Empty: the stand-ins are what is tested, whatever the developer's .env names.
    env: {
      PORT: String(port),
      LADING_DATA_DIR: dataFolder(port),
      DATABASE_URL: "",
      INNGEST_DEV: "",
      INNGEST_BASE_URL: "",
      INNGEST_SIGNING_KEY: "",
      OTR_BASE_URL: "",
    },
  },
});
