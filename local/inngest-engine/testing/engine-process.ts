import { eventually } from "./eventually.ts";
import { type NodeProcess, startNodeProcess } from "./node-process.ts";

export type EngineProcess = NodeProcess & { port: number };

const MAIN = new URL("../main.ts", import.meta.url);

/** Runs an engine as its own process, as a user does; settings go by their environment names. */
export async function startEngineProcess(settings: Record<string, string>): Promise<EngineProcess> {
  const engine = await startNodeProcess(MAIN, { INNGEST_ENGINE_PORT: "0", ...settings });
  return { ...engine, port: Number(new URL(engine.url).port) };
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
