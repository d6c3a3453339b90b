/** Asked this often, a statement is worth keeping ready. */
const OFTEN = 20;
/** Each is kept ready on every connection, in the driver and in PostgreSQL. */
const MOST_READY = 150;
const MOST_COUNTED = 1_000;
/** Longer ones are lists of ids, written differently each time. */
const LONGEST = 8_000;

/**
 * Tells which statements to prepare: those that come again and again, a bounded number of them. postgres.js asks
 * PostgreSQL to describe each statement that isn't prepared and waits for the answer before it sends it: two round
 * trips instead of one, and no others beside it.
 */
export class OftenAsked {
  readonly #ready = new Set<string>();
  #counts = new Map<string, number>();

  /** Counts the statement; true once it is to be prepared. */
  isOften(statement: string): boolean {
    if (this.#ready.has(statement)) return true;
    if (this.#ready.size === MOST_READY || statement.length > LONGEST) return false;
    if (this.#counts.size === MOST_COUNTED) this.#counts = new Map();
    const count = (this.#counts.get(statement) ?? 0) + 1;
    this.#counts.set(statement, count);
    if (count < OFTEN) return false;
    this.#counts.delete(statement);
    this.#ready.add(statement);
    return true;
  }
}
