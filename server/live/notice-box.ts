import type { LiveMessage, LiveNotice } from "./schemas.ts";

/** More different notices than this waiting for one slow client, and it is told to look at everything. */
const MOST_WAITING = 200;

/**
 * The notices waiting for one subscriber. Equal ones wait once, and their number is bounded, so a client
 * that reads slowly or never costs a fixed amount of memory and holds up nobody.
 */
export class NoticeBox {
  readonly #waiting = new Map<string, LiveNotice>();
  #missed = false;
  #arrival = Promise.withResolvers<void>();

  put(notice: LiveNotice): void {
    this.#waiting.set(`${notice.topic}|${notice.id ?? ""}`, notice);
    if (this.#waiting.size > MOST_WAITING) this.putMissed();
    this.#arrival.resolve();
  }

  /** Notices may have been lost: the connection to PostgreSQL was away, or too many waited. */
  putMissed(): void {
    this.#waiting.clear();
    this.#missed = true;
    this.#arrival.resolve();
  }

  /** Settles when something waits. */
  arrived(): Promise<void> {
    return this.#arrival.promise;
  }

  /** Empties the box. */
  take(): LiveMessage {
    const message = { notices: [...this.#waiting.values()], missed: this.#missed };
    this.#waiting.clear();
    this.#missed = false;
    this.#arrival = Promise.withResolvers<void>();
    return message;
  }
}
