import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import bundled from "@sparticuz/chromium";

/**
 * Playwright's own Chromium where it is installed (`npx playwright install chromium`), else the one that came with the
 * npm packages (Linux x64).
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  // Chromium refuses its sandbox as root, and the small /dev/shm of containers makes tabs crash.
  const args =
    process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : ["--disable-dev-shm-usage"];
  if (existsSync(chromium.executablePath())) return { args };
  bundled.setGraphicsMode = false;
  return { args, executablePath: await bundled.executablePath() };
}
