import type { CustomerId, IntegrationId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { AutomaticTrigger } from "./rules/credit-decision.ts";

/** One broker to be checked with one OTR login, and who or what asked for it. */
export type CheckJob = {
  scope: CompanyScope;
  integrationId: IntegrationId;
  customerId: CustomerId;
  cause: { trigger: AutomaticTrigger } | { trigger: "manual"; demandedBy: UserId; demandedAt: Date };
};

/** What came of a turn. Kept as a step's result. */
export type CheckProgress =
  | { next: "end"; result: CheckResult }
  /** Nothing is decided yet: look again in so many seconds. */
  | { next: "wait"; seconds: number };

export type CheckResult =
  | "decided"
  /** OTR said nothing about the broker. */
  | "unanswered"
  /** OTR answered less than 24 hours ago, or a check that began later answered the demand. */
  | "not_needed"
  /** Not factored any more, no MC number, or no login in use. */
  | "not_checkable";
