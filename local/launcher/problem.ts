/** A reason to give up; the message is a sentence for the person at the terminal, who never sees a stack trace. */
export class Problem extends Error {
  override name = "Problem";
}
