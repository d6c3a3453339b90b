import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { SandboxEvent } from "./sandbox-events.ts";

/** An append-only record of what happened; what `flushed` confirmed survives a killed process or machine. */
export type Journal = {
  append: (event: SandboxEvent) => void;
  flushed: () => Promise<void>;
  clear: () => Promise<void>;
  close: () => Promise<void>;
};

/** A journal that keeps nothing, for sandboxes that live as long as their process. */
export const noJournal = {
  append: () => undefined,
  flushed: async () => undefined,
  clear: async () => undefined,
  close: async () => undefined,
} satisfies Journal;

/** Opens the journal file, gives back its events, and cuts off a last line that a crash left half written. */
export async function openJournal(path: string): Promise<{ journal: Journal; events: SandboxEvent[] }> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+");
  const { events, goodBytes } = readEvents(await readFile(path));
  await file.truncate(goodBytes);

  let lines: string[] = [];
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  // Whoever asks while a write is under way shares the next one, so many replies cost one disk flush.
  const write = async () => {
    next = undefined;
    const batch = lines;
    lines = [];
    if (batch.length === 0) return;
    await file.appendFile(batch.join(""));
    await file.datasync();
  };
  const flushed = () => {
    next ??= last.then(write);
    last = next;
    return next;
  };

  return {
    events,
    journal: {
      append: (event) => lines.push(`${JSON.stringify(event)}\n`),
      flushed,
      clear: async () => {
        await flushed();
        await file.truncate(0);
      },
      close: async () => {
        await flushed();
        await file.close();
      },
    },
  };
}

function readEvents(bytes: Buffer): { events: SandboxEvent[]; goodBytes: number } {
  const events: SandboxEvent[] = [];
  let goodBytes = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, goodBytes)) {
    const event = parseEvent(bytes.toString("utf8", goodBytes, end));
    if (!event) break;
    events.push(event);
    goodBytes = end + 1;
  }
  return { events, goodBytes };
}

function parseEvent(line: string): SandboxEvent | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
