import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

export type EngineProcess = {
  url: string;
  port: number;
  child: ChildProcess;
  log(): string;
  kill(): Promise<void>;
};

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Runs an engine as its own process, as a user does; settings go by their environment names. */
export async function startEngineProcess(settings: Record<string, string>): Promise<EngineProcess> {
  const env = { ...process.env, INNGEST_ENGINE_PORT: "0", ...settings };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const exited = once(child, "exit");
  const url = await eventually("the engine is ready", () => {
    if (child.exitCode !== null) throw new Error(`the engine ended: ${log}`);
    return /^ready (\S+)$/m.exec(log)?.[1];
  });
  return {
    url,
    port: Number(new URL(url).port),
    child,
    log: () => log,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** What /health says; undefined while nothing listens there. */
export async function readHealth(url: string): Promise<{ active: boolean; functions: number } | undefined> {
  return fetch(`${url}/health`).then(
    (response) => response.json(),
    () => undefined,
  );
}

/** Waits until the engine is the active one and knows at least this many functions. */
export async function untilSynced(url: string, functions: number): Promise<void> {
  await eventually(`${url} is active and knows ${functions} functions`, async () => {
    const health = await readHealth(url);
    return health?.active && health.functions >= functions;
  });
}
