import { onTestFinished } from "vitest";
import type { SandboxOptions } from "#local/otr-sandbox/sandbox.ts";
import { startSandbox } from "#local/otr-sandbox/start-sandbox.ts";
import { createOtrClient, type OtrClientOptions } from "../client.ts";
import type { InvoiceDraft } from "../invoice-draft.ts";
import { createLoginRegistry } from "../login-registry.ts";

export const subscriptionKey = "sandbox-subscription-key";
export const credentials = { username: "dispatch@sample-hauling.test", password: "sandbox-password" };

export const draft = {
  mcNumber: "412907",
  usdotNumber: "3104488",
  invoiceNo: "60417",
  poNumber: "PLL88213",
  amountCents: 185_000,
  invoiceDate: "2026-10-12",
  from: { city: "Joliet", state: "il" },
  to: { city: "Toledo", state: "OH" },
} satisfies InvoiceDraft;

export const expected = { invoiceNo: draft.invoiceNo, poNumber: draft.poNumber };

export const pdf = Buffer.concat([
  Buffer.from("%PDF-1.7\n"),
  Buffer.from([0x80, 0xff, 0x00, 0x0d, 0x0a, 0x2d, 0x2d]),
]);

/**
 * A sandbox of its own and a client for it, whose waits end at once and move its clock; closed with the test.
 * `waits` holds every wait in milliseconds.
 */
export async function openDesk(
  options: { sandbox?: SandboxOptions; client?: Partial<OtrClientOptions> } = {},
) {
  const sandbox = await startSandbox(options.sandbox);
  onTestFinished(sandbox.close);
  const waits: number[] = [];
  let skippedMs = 0;
  const advance = (ms: number) => {
    skippedMs += ms;
  };
  const defaults: OtrClientOptions = {
    baseUrl: sandbox.baseUrl,
    subscriptionKey,
    credentials,
    logins: createLoginRegistry(),
    clock: () => new Date(Date.now() + skippedMs),
    pacing: {
      random: () => 0.5,
      wait: async (ms) => {
        waits.push(ms);
        advance(ms);
      },
    },
  };
  const clientWith = (overrides: Partial<OtrClientOptions>) => createOtrClient({ ...defaults, ...overrides });
  return {
    ...sandbox,
    client: clientWith(options.client ?? {}),
    clientWith,
    waits,
    advance,
    /** How many requests of this route OTR has received. */
    received: async (route: string) => (await sandbox.control.listRequests({ route })).length,
  };
}
