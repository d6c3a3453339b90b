import { sendToApp } from "./app-http.ts";
import { syncCrons } from "./crons.ts";
import { json, lockKeys, transact } from "./database.ts";
import type { Engine } from "./engine.ts";
import { appDescription } from "./function-config.ts";
import { buildRegistry, loadApps, type StoredApp } from "./registry.ts";

const SYNC_MS = 5000;
const FIRST_SYNC_MS = 500;
const ANSWER_MS = 30_000;

/** Asks each app for its functions, often until it first answers and every 5 s from then on. */
export function startSync(engine: Engine): { stop(): void } {
  let isStopped = false;
  const timers = new Set<NodeJS.Timeout>();
  function again(url: string, delay: number, lastProblem?: string): void {
    if (isStopped) return;
    const timer = setTimeout(async () => {
      timers.delete(timer);
      const problem = engine.isActive ? await askApp(engine, url) : undefined;
      if (problem && problem !== lastProblem)
        console.error(`inngest-engine: ${url} does not sync: ${problem}`);
      again(url, problem || !engine.isActive ? FIRST_SYNC_MS : SYNC_MS, problem);
    }, delay);
    timers.add(timer);
  }
  for (const url of engine.config.appUrls) again(url, 0);
  return {
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Registers an app's description; true when it differs from what was known. */
export async function registerApp(engine: Engine, app: StoredApp): Promise<boolean> {
  const known = await loadApps(engine.sql);
  if (known.some((other) => isSameApp(other, app))) return false;
  await transact(engine, async (tx) => {
    // Two apps that register at once take turns: the later one's registry must hold both.
    await lockKeys(tx);
    await tx.sql`
      insert into app (id, url, functions) values (${app.id}, ${app.url}, ${json(tx.sql, app.functions)})
      on conflict (id) do update set url = excluded.url, functions = excluded.functions`;
    // Built aside and swapped in: emptied first, events that arrive during the sync would start nothing.
    const registry = buildRegistry(await loadApps(tx.sql));
    await syncCrons(tx, [...registry.functions.values()], new Date());
    engine.registry = registry;
  });
  return true;
}

/** In-band sync: the answer carries the functions. Answers what went wrong, if anything. */
async function askApp(engine: Engine, url: string): Promise<string | undefined> {
  try {
    const headers = { "x-inngest-sync-kind": "in_band" };
    const { signingKey } = engine.config;
    const response = await sendToApp("PUT", url, {
      body: { url },
      headers,
      signingKey,
      timeoutMs: ANSWER_MS,
    });
    if (response.status !== 200) return `it answered ${response.status} ${response.text.slice(0, 200)}`;
    const app = appDescription.parse(JSON.parse(response.text));
    const id = app.app_id ?? app.appName;
    if (!id) return "its description names no app";
    await registerApp(engine, { id, url, functions: app.functions });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isSameApp(a: StoredApp, b: StoredApp): boolean {
  return a.id === b.id && a.url === b.url && JSON.stringify(a.functions) === JSON.stringify(b.functions);
}
