import type { Sql, Tx } from "./database.ts";
import { type FunctionConfig, functionConfig, maxAttempts } from "./function-config.ts";
import { functionUuid } from "./ids.ts";

/** A function the engine can call. `id` is the slug `app-function`. */
export type FunctionDef = {
  id: string;
  uuid: string;
  /** The app's serve address, as the engine reaches it. */
  url: string;
  maxAttempts: number;
  config: FunctionConfig;
};

/** Everything known about the apps at one moment. Immutable: a sync builds a new one aside and swaps it in. */
export type Registry = {
  functions: ReadonlyMap<string, FunctionDef>;
  /** Functions with a trigger on that event name, wildcards (`invoice/*`) included. */
  triggeredBy(eventName: string): { fn: FunctionDef; expression: string | undefined }[];
  /** How many calls may hold this concurrency key at once. */
  limitOf(concurrencyKey: string): number;
};

export type StoredApp = { id: string; url: string; functions: unknown[] };

/** A concurrency key is its rule's name and, after this, the value the event gave it. */
export const KEY_SEPARATOR = "\t";

/** Builds the registry of these apps. A function whose description is broken is reported and left out. */
export function buildRegistry(apps: StoredApp[]): Registry {
  const functions = new Map(apps.flatMap(readFunctions).map((fn) => [fn.id, fn]));
  const triggers = [...functions.values()].flatMap((fn) =>
    fn.config.triggers.flatMap(({ event, expression }) =>
      event ? [{ fn, event, expression: expression ?? undefined }] : [],
    ),
  );
  const exact = Map.groupBy(triggers, (trigger) => trigger.event);
  const wildcards = triggers.filter((trigger) => trigger.event.endsWith("*"));
  const limits = new Map(
    [...functions.values()].flatMap((fn) =>
      (fn.config.concurrency ?? []).map((rule, index) => [
        concurrencyRuleName(fn, index),
        rule.limit || Infinity,
      ]),
    ),
  );
  return {
    functions,
    triggeredBy(name) {
      const wild = wildcards.filter((trigger) => name.startsWith(trigger.event.slice(0, -1)));
      return [...(exact.get(name) ?? []), ...wild];
    },
    limitOf: (key) => limits.get(key.slice(0, key.indexOf(KEY_SEPARATOR))) ?? Infinity,
  };
}

/** Reads the apps known from earlier syncs. */
export async function loadApps(sql: Sql | Tx["sql"]): Promise<StoredApp[]> {
  return sql<StoredApp[]>`select id, url, functions from app`;
}

/** The name of a concurrency rule: its own per function, one for all functions with the same key in a wider scope. */
export function concurrencyRuleName(fn: FunctionDef, index: number): string {
  const rule = fn.config.concurrency?.[index];
  const isShared = rule?.scope === "env" || rule?.scope === "account";
  return isShared ? `${rule.scope} ${rule.key ?? ""}` : `${fn.id} ${index}`;
}

function readFunctions(app: StoredApp): FunctionDef[] {
  return app.functions.flatMap((raw) => {
    const result = functionConfig.safeParse(raw);
    if (!result.success) {
      console.error(`inngest-engine: a function of ${app.id} is left out:`, result.error.message);
      return [];
    }
    const config = result.data;
    return [
      {
        id: config.id,
        uuid: functionUuid(config.id),
        url: app.url,
        maxAttempts: maxAttempts(config),
        config,
      },
    ];
  });
}
