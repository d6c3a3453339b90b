import { eventually } from "./eventually.ts";

export type Mark = { label: string; at: number; value: unknown };

/** What a test app's functions did, in order. */
export type Trace = {
  add(label: string, value?: unknown): void;
  all(label: string): Mark[];
  labels(): string[];
  values(label: string): unknown[];
  /** Waits until there are `count` marks with the label; answers the last of them. */
  until(label: string, count?: number, deadlineMs?: number): Promise<Mark>;
};

export function createTrace(): Trace {
  const marks: Mark[] = [];
  const all = (label: string) => marks.filter((mark) => mark.label === label);
  return {
    add: (label, value) => void marks.push({ label, at: Date.now(), value }),
    all,
    labels: () => marks.map((mark) => mark.label),
    values: (label) => all(label).map((mark) => mark.value),
    until: (label, count = 1, deadlineMs = 40_000) =>
      eventually(
        () => `${count} × ${label} (got: ${marks.map((mark) => mark.label)})`,
        () => all(label)[count - 1],
        deadlineMs,
      ),
  };
}
