import type { Inngest, InngestFunction } from "inngest";

/** Notes that a step began, durably, before it does anything. */
export type Note = (run: string, step: string) => Promise<void>;

/** Runs wanted of each function: what the events of `WORKLOAD_EVENTS` and their consequences add up to. */
export const WANTED_RUNS = {
  sequence: 12,
  fan: 6,
  sleeper: 10,
  waiter: 10,
  caller: 8,
  callee: 8,
  sender: 8,
  child: 16,
  keyed: 20,
  debounced: 3,
} as const;

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const eventsOf = (name: string, count: number) =>
  numbers(count).map((n) => ({ name, id: `${name}-${n}`, data: { n, key: `k${n % 2}` } }));

export const WORKLOAD_EVENTS = [
  ...(["sequence", "fan", "sleeper", "waiter", "caller", "sender", "keyed"] as const).flatMap((name) =>
    eventsOf(name, WANTED_RUNS[name]),
  ),
  ...numbers(9).map((n) => ({ name: "debounced", id: `debounced-${n}`, data: { n, key: `k${n % 3}` } })),
];

export const ANSWER_EVENTS = eventsOf("answer", WANTED_RUNS.waiter);

/** Functions of every kind of step, whose output is right only if each step's result is. */
export function workload(client: Inngest, note: Note): InngestFunction.Any[] {
  const on = (event: string) => ({ id: event, triggers: { event }, retries: 8 as const });
  const callee = client.createFunction(on("callee"), async ({ event, step, runId }) =>
    step.run("double", () => work(runId, "double", () => event.data.n * 2)),
  );
  async function work<T>(run: string, step: string, result: () => T): Promise<T> {
    await note(run, step);
    await new Promise((done) => setTimeout(done, 40));
    return result();
  }
  return [
    callee,
    client.createFunction(on("sequence"), async ({ step, runId }) => {
      let sum = 0;
      for (const n of numbers(4)) sum += await step.run(`s${n}`, () => work(runId, `s${n}`, () => n));
      return sum === 6;
    }),
    client.createFunction(on("fan"), async ({ step, runId }) => {
      const parts = await Promise.all(
        numbers(6).map((n) => step.run(`f${n}`, () => work(runId, `f${n}`, () => n))),
      );
      const tail = await step.run("tail", () => work(runId, "tail", () => parts.length));
      return tail === 6 && parts.every((part, n) => part === n);
    }),
    client.createFunction(on("sleeper"), async ({ step, runId }) => {
      await step.run("before", () => work(runId, "before", () => null));
      await step.sleep("nap", "1s");
      return step.run("after", () => work(runId, "after", () => true));
    }),
    client.createFunction(on("waiter"), async ({ event, step, runId }) => {
      await step.run("ask", () => work(runId, "ask", () => null));
      const answer = await step.waitForEvent("wait", { event: "answer", match: "data.n", timeout: "2m" });
      return answer?.data.n === event.data.n;
    }),
    client.createFunction(on("caller"), async ({ event, step }) => {
      const doubled = await step.invoke("call", { function: callee, data: { n: event.data.n } });
      return doubled === event.data.n * 2;
    }),
    client.createFunction(on("sender"), async ({ event, step }) => {
      const children = numbers(2).map((n) => ({
        name: "child",
        id: `child-${event.data.n}-${n}`,
        data: { n },
      }));
      const { ids } = await step.sendEvent("send", children);
      return ids.length === 2;
    }),
    client.createFunction(on("child"), async ({ step, runId }) =>
      step.run("born", () => work(runId, "born", () => true)),
    ),
    client.createFunction(
      { ...on("keyed"), concurrency: { limit: 3, key: "event.data.key" } },
      async ({ step, runId }) => {
        await step.run("one", () => work(runId, "one", () => null));
        return step.run("two", () => work(runId, "two", () => true));
      },
    ),
    client.createFunction(
      { ...on("debounced"), debounce: { key: "event.data.key", period: "2s" } },
      async ({ event, step, runId }) => step.run("last", () => work(runId, "last", () => event.data.n >= 6)),
    ),
  ];
}
