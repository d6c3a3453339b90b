import type { SandboxOptions } from "./sandbox.ts";
import type { AutomaticMode } from "./sandbox-types.ts";

const defaultPort = 4010;

/**
 * Options from the environment: OTR_SANDBOX_PORT, OTR_SANDBOX_DATA (a folder), OTR_SANDBOX_AUTO_APPROVE_SECONDS,
 * OTR_SANDBOX_AUTO_MIXED=1, OTR_SANDBOX_HASH_ONLY=1, OTR_SANDBOX_REQUEST_LOG, OTR_SANDBOX_SUBSCRIPTION_KEY.
 */
export function readOptions(env: Record<string, string | undefined>): SandboxOptions & { port: number } {
  return {
    port: numberFrom(env.OTR_SANDBOX_PORT) ?? defaultPort,
    dataFolder: env.OTR_SANDBOX_DATA || undefined,
    keepDocumentBytes: env.OTR_SANDBOX_HASH_ONLY !== "1",
    requestLogLimit: numberFrom(env.OTR_SANDBOX_REQUEST_LOG),
    subscriptionKeys: env.OTR_SANDBOX_SUBSCRIPTION_KEY ? [env.OTR_SANDBOX_SUBSCRIPTION_KEY] : undefined,
    automatic: automaticFrom(env),
  };
}

function automaticFrom(env: Record<string, string | undefined>): AutomaticMode {
  const seconds = numberFrom(env.OTR_SANDBOX_AUTO_APPROVE_SECONDS);
  return seconds === undefined ? null : { seconds, mixed: env.OTR_SANDBOX_AUTO_MIXED === "1" };
}

function numberFrom(text: string | undefined): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
