/** A reason why the embedded PostgreSQL can't run; the message is one sentence that says what to do. */
export class PostgresProblem extends Error {
  override name = "PostgresProblem";
}
