/** The servers Lading talks to that nobody configured, and that therefore run beside it. */
export type StandIns = { postgres: boolean; engine: boolean; sandbox: boolean };

/**
 * Which local stand-ins are needed. Inngest counts as configured by an address (`INNGEST_DEV`, `INNGEST_BASE_URL`) or
 * by the two keys of Inngest Cloud; `INNGEST_DEV=0` only says "not the dev server" and is no address.
 */
export function neededStandIns(env: NodeJS.ProcessEnv): StandIns {
  const devServer = Boolean(env.INNGEST_DEV) && !["0", "false"].includes(env.INNGEST_DEV ?? "");
  const cloud = Boolean(env.INNGEST_SIGNING_KEY && env.INNGEST_EVENT_KEY);
  return {
    postgres: !env.DATABASE_URL,
    engine: !devServer && !env.INNGEST_BASE_URL && !cloud,
    sandbox: !env.OTR_BASE_URL,
  };
}
