/** What the orchestrations need of Inngest's steps; a test gives them an inline fake. */
export type Steps = {
  /** Does the work once; its result is kept. Results are JSON: ids, words and counts. */
  run: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  /** Waits without holding a place among the runs. */
  sleep: (id: string, seconds: number) => Promise<void>;
  sendEvents: (id: string, events: SentEvent[]) => Promise<void>;
};

type SentEvent = { id: string; name: string; data: Record<string, string | number> };

/** The part of Inngest's step tools that `Steps` stands on. */
type StepTools = {
  run: (id: string, work: () => Promise<unknown>) => Promise<unknown>;
  sleep: (id: string, time: string) => Promise<void>;
  sendEvent: (id: string, events: SentEvent[]) => Promise<unknown>;
};

/** `Steps` over Inngest's tools. */
export function stepsOver(tools: StepTools): Steps {
  return {
    // What comes back has been through JSON, which all our results survive unchanged.
    run: async <T>(id: string, work: () => Promise<T>) => (await tools.run(id, work)) as T,
    sleep: (id, seconds) => tools.sleep(id, `${Math.max(1, Math.ceil(seconds))}s`),
    sendEvents: async (id, events) => {
      await tools.sendEvent(id, events);
    },
  };
}
