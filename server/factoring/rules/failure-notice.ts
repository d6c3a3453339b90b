import { type ForReader, forReader } from "#server/auth/rules/for-reader.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import { type FailurePlaces, failureMend } from "./failure-mend.ts";
import type { FailureReason } from "./failure-reasons.ts";
import { type FailureFacts, failureSentence } from "./failure-sentences.ts";

/** A failure for one reader: what happened, what it means for the money, what to do, and where if they may. */
export type FailureNotice = { happened: string; money: string; todo: string; fix: ForReader["fix"] };

/** The words for one failed or unresolved invoice, with the link that mends it or whom to ask (R36). */
export function failureNotice(
  reason: FailureReason,
  facts: FailureFacts & FailurePlaces,
  reader: Membership,
): FailureNotice {
  const { happened, money, todo, fix } = failureSentence(reason, facts);
  const { sentence, fix: link } = forReader(todo, failureMend(fix, facts), reader);
  return { happened, money, todo: sentence, fix: link };
}
