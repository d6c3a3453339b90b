import { join } from "node:path";
import { freePort } from "../postgres/free-port.ts";
import type { Launch } from "./launch.ts";
import { Problem } from "./problem.ts";
import { saysReady, startService } from "./service.ts";
import type { Environment } from "./spawn-logged.ts";
import { supervise } from "./supervise.ts";

/** A server beside the app: its address is fixed at once, `ready` resolves when it answers there. */
export type StandIn = { url: string; ready: Promise<void> };

type StandInSpec = {
  role: "engine" | "sandbox";
  title: string;
  script: string;
  preferredPort: number;
  environment: (port: number) => Environment;
};

/** The local job engine; undefined when an Inngest is configured. */
export async function startEngine(
  launch: Launch,
  embeddedUrl: string | undefined,
): Promise<StandIn | undefined> {
  const { settings } = launch;
  if (!settings.standIns.engine) return undefined;
  const databaseUrl =
    settings.env.INNGEST_ENGINE_DATABASE_URL || embeddedUrl || settings.env.DATABASE_OWNER_URL;
  if (!databaseUrl) {
    throw new Problem(
      "The local job engine needs a database beside DATABASE_URL: set INNGEST_ENGINE_DATABASE_URL, or name an Inngest (npm start -- --help).",
    );
  }
  return await startStandIn(launch, {
    role: "engine",
    title: "The job engine",
    script: "local/inngest-engine/main.ts",
    preferredPort: 8_288,
    environment: (port) => ({
      INNGEST_ENGINE_DATABASE_URL: databaseUrl,
      INNGEST_ENGINE_PORT: String(port),
      INNGEST_ENGINE_APP_URL: `http://127.0.0.1:${settings.port}/api/inngest`,
    }),
  });
}

/** The OTR sandbox; undefined when OTR is configured. */
export async function startSandbox(launch: Launch): Promise<StandIn | undefined> {
  const { settings } = launch;
  if (!settings.standIns.sandbox) return undefined;
  return await startStandIn(launch, {
    role: "sandbox",
    title: "The OTR sandbox",
    script: "local/otr-sandbox/main.ts",
    preferredPort: 4_010,
    environment: (port) => ({
      OTR_SANDBOX_PORT: String(port),
      OTR_SANDBOX_DATA: join(settings.dataDir, "otr-sandbox"),
    }),
  });
}

/** On its preferred port or a free one, which it keeps over restarts. */
async function startStandIn({ settings, runs, say, giveUp }: Launch, spec: StandInSpec): Promise<StandIn> {
  const { role, title, script } = spec;
  const port = await freePort(spec.preferredPort);
  const env = { ...settings.env, ...spec.environment(port), LADING_PARENT_PID: String(process.pid) };
  const args = [join(settings.root, script)];
  const logFile = join(settings.dataDir, "logs", `${role}.log`);
  const start = () => startService({ title, args, cwd: settings.root, env, logFile, isReady: saysReady });
  const service = supervise({ title, start, say, giveUp });
  runs.add(role, service);
  return { url: `http://127.0.0.1:${port}`, ready: service.ready };
}
