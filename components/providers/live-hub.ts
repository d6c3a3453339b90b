import type { LiveMessage } from "#server/live/schemas.ts";

type Listener = (message: LiveMessage) => void;

/** A page's data may be this old when its components mount; what was said meanwhile is told to them then. */
const REMEMBER_MS = 5_000;

/** Passes the tab's one stream of live messages to the components that joined. */
export class LiveHub {
  readonly #listeners = new Set<Listener>();
  #recent: { at: number; message: LiveMessage }[] = [];

  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#forgetOld();
    for (const { message } of this.#recent) listener(message);
    return () => this.#listeners.delete(listener);
  }

  receive(message: LiveMessage): void {
    this.#forgetOld();
    this.#recent.push({ at: performance.now(), message });
    for (const listener of this.#listeners) listener(message);
  }

  #forgetOld(): void {
    const oldest = performance.now() - REMEMBER_MS;
    this.#recent = this.#recent.filter(({ at }) => at >= oldest);
  }
}
