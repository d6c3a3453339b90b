import type { ChosenKind } from "#server/documents/rules/document-kind.ts";
import { MAX_FILE_BYTES } from "#server/documents/rules/document-limits.ts";
import { fileProblemSentence } from "#server/documents/rules/file-problem.ts";
import { guessKind } from "#server/documents/rules/guess-kind.ts";
import type { SendResult } from "./send-file.ts";

/** A file on its way to a load. `sent` counts bytes; when all are sent, the server is still looking at them. */
export type Upload = {
  key: number;
  file: File;
  kind: ChosenKind;
  state: "waiting" | "sending" | "duplicate" | "refused" | "lost";
  sent: number;
  /** Why it was not added. */
  sentence: string | null;
};

type Send = (upload: {
  file: File;
  kind: ChosenKind;
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}) => Promise<SendResult>;

const AT_ONCE = 3;

/** The uploads of one load, three at a time. It outlives the page, so that going elsewhere loses none. */
export class UploadQueue {
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<number, AbortController>();
  #uploads: readonly Upload[] = [];
  #last = 0;
  #added = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** The uploads in the order they were chosen; a new array after each change. */
  readonly list = (): readonly Upload[] => this.#uploads;

  /** How many files became documents so far. */
  readonly added = (): number => this.#added;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes files in; what can't be sent is refused at once. */
  add(files: readonly File[]): void {
    const added = files.map((file): Upload => {
      this.#last += 1;
      const sentence = refusalOf(file);
      const state = sentence === null ? "waiting" : "refused";
      return { key: this.#last, file, kind: guessKind(file.name), state, sent: 0, sentence };
    });
    this.#change([...this.#uploads, ...added]);
    this.#startNext();
  }

  /** Says what a file is that still waits. */
  setKind(key: number, kind: ChosenKind): void {
    this.#update(key, { kind });
  }

  /** Sends a file again whose upload was lost. */
  retry(key: number): void {
    this.#update(key, { state: "waiting", sent: 0, sentence: null });
    this.#startNext();
  }

  /** Takes an upload off the list; one that is underway is broken off. */
  remove(key: number): void {
    this.#running.get(key)?.abort();
    this.#change(this.#uploads.filter((upload) => upload.key !== key));
  }

  #startNext(): void {
    while (this.#running.size < AT_ONCE) {
      const next = this.#uploads.find(({ state }) => state === "waiting");
      if (!next) return;
      void this.#run(next);
    }
  }

  async #run({ key, file, kind }: Upload): Promise<void> {
    const abort = new AbortController();
    this.#running.set(key, abort);
    this.#update(key, { state: "sending" });
    const onProgress = (sent: number) => this.#update(key, { sent });
    const result = await this.#send({ file, kind, onProgress, signal: abort.signal });
    this.#running.delete(key);
    if (result.kind === "added") {
      this.#added += 1;
      this.remove(key);
    } else this.#update(key, { state: result.kind, sentence: result.sentence });
    this.#startNext();
  }

  #update(key: number, change: Partial<Upload>): void {
    this.#change(this.#uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  #change(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

function refusalOf(file: File): string | null {
  if (file.size === 0) return fileProblemSentence("empty", file.name);
  if (file.size > MAX_FILE_BYTES) return fileProblemSentence("too_large", file.name);
  return null;
}
