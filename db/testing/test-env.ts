/** The configuration of a test: complete, pointing nowhere until a test starts the server it means. */
const testEnv = {
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  NEXTAUTH_SECRET: "a-secret-of-the-tests-32-characters-long",
  LADING_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  OTR_BASE_URL: "http://127.0.0.1:9/carrier-tms/2",
  OTR_SUBSCRIPTION_KEY: "sandbox-subscription-key",
  OTR_REPLAY_SECONDS: "5,30",
  INNGEST_DEV: "http://127.0.0.1:9",
  LOG_LEVEL: "error",
};

/** Sets what is not set yet, then `values`. Takes effect only before the first `env()`. */
export function setTestEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(testEnv)) process.env[name] ??= value;
  Object.assign(process.env, values);
}
