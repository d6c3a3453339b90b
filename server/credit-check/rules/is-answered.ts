/**
 * Whether a demand for a check, made at `demandedAt`, has its answer: a check that began later, whoever asked for it.
 * `startedAt` is when the last finished check began; null: there was none.
 */
export function isAnswered(startedAt: Date | null, demandedAt: Date): boolean {
  return startedAt !== null && startedAt.getTime() > demandedAt.getTime();
}
