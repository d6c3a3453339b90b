import { z } from "zod";
import { idSchema, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { CreditDecision, CreditTrigger } from "./rules/credit-decision.ts";
import type { CreditMark } from "./rules/credit-mark.ts";
import type { ObstacleNotice } from "./rules/obstacle.ts";

/** A customer at one subsidiary; without one, at every subsidiary that factors it. */
export const creditInput = z.object({
  customerId: idSchema("customer"),
  subsidiaryId: idSchema("subsidiary").optional(),
});

export type CreditInput = z.output<typeof creditInput>;

export const creditHistoryInput = creditInput.pick({ customerId: true });

/** What is known of a customer's credit with one subsidiary's login. */
export type CreditDesk = {
  subsidiaryId: SubsidiaryId;
  subsidiaryName: string;
  /** Null where no icon stands (R13). */
  mark: CreditMark | null;
  /** When the last finished check began (ISO): a demand made before it is answered. */
  startedAt: string | null;
  /** Why OTR can't be asked now; null: it can. */
  obstacle: ObstacleNotice | null;
};

/** A customer's credit. Without a named subsidiary, `desks` is empty where none factors the customer. */
export type CustomerCredit = {
  name: string;
  mcNumber: string | null;
  desks: CreditDesk[];
  /** Why OTR can't be asked anywhere; null: it can. */
  obstacle: ObstacleNotice | null;
};

/** What a press of ↻ brought. */
export type RefreshCreditResult =
  /** OTR is asked for so many subsidiaries; a check that begins after `askedAt` (ISO) is the answer. */
  { kind: "asked"; askedAt: string; checks: number } | { kind: "refused"; obstacle: ObstacleNotice };

/** One check, newest first. Instants are ISO strings. */
export type CreditCheckRow = {
  id: string;
  at: string;
  subsidiaryName: string;
  mcNumber: string;
  trigger: CreditTrigger;
  byName: string | null;
  /** Null: OTR said nothing about the broker, and `error` says why. */
  decision: CreditDecision | null;
  error: string | null;
  words: string | null;
  broker: string | null;
  httpStatus: number | null;
};
