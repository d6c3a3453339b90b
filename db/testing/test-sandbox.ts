import { afterAll, beforeEach } from "vitest";
import { type RunningSandbox, startSandbox } from "#local/otr-sandbox/start-sandbox.ts";

/**
 * OTR's stand-in for this test file, reset before each test; `OTR_BASE_URL` points to it. Call it at the top of
 * the file, before anything reads `env()`.
 */
export async function testSandbox(): Promise<RunningSandbox> {
  const sandbox = await startSandbox();
  process.env.OTR_BASE_URL = sandbox.baseUrl;
  beforeEach(async () => {
    await sandbox.control.reset();
    // The key of a token cache outlives a test; a token of the sandbox before its reset must not.
    globalThis.ladingOtrLogins = undefined;
  });
  afterAll(() => sandbox.close());
  return sandbox;
}
