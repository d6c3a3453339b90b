import type { Steps } from "#inngest/functions/steps.ts";

/** Steps that run at once and keep their results by id, as Inngest does; a run repeated with them skips them. */
export function inlineSteps({ onSleep }: { onSleep?: (seconds: number) => void } = {}) {
  const results = new Map<string, unknown>();
  const slept: number[] = [];
  const sent: Parameters<Steps["sendEvents"]>[1] = [];
  const once = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    if (!results.has(id)) results.set(id, jsonOf(await work()));
    return results.get(id) as T;
  };
  return {
    slept,
    sent,
    stepIds: () => [...results.keys()],
    run: once,
    sleep: async (id, seconds) => {
      await once(id, async () => {
        slept.push(seconds);
        onSleep?.(seconds);
      });
    },
    sendEvents: async (id, events) => {
      await once(id, async () => {
        sent.push(...events);
      });
    },
  } satisfies Steps & { slept: number[]; sent: typeof sent; stepIds: () => string[] };
}

function jsonOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
