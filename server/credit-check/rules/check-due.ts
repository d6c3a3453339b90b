const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether an automatic check of a broker is due: OTR's last answer is more than 24 hours old; exactly 24 hours is
 * not yet older (R15). Hours of elapsed time, so a day with a clock change is no exception. `answeredAt` is when
 * OTR last said something about the broker: a check that brought no answer leaves the biller knowing nothing, so
 * the next occasion asks again. Null: OTR never answered, or only about another MC number.
 */
export function isCheckDue(answeredAt: Date | null, now: Date): boolean {
  return answeredAt === null || now.getTime() - answeredAt.getTime() > dayMs;
}
