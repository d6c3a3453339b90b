import { Slots } from "#db/slots.ts";

/**
 * At most so many pieces of work at a time, and one of them for each key: whoever brings a hundred is served between
 * the others, not before them.
 */
export class Turns {
  readonly #slots: Slots;
  /** The last of each key that has come, settled when it is done. */
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(size: number) {
    this.#slots = new Slots(size);
  }

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(() => this.#slots.run(work));
    const done: Promise<unknown> = turn.then(
      () => this.#forget(key, done),
      () => this.#forget(key, done),
    );
    this.#last.set(key, done);
    return turn;
  }

  #forget(key: string, done: Promise<unknown>): void {
    if (this.#last.get(key) === done) this.#last.delete(key);
  }
}
