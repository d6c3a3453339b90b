import type { LoginTrouble } from "#server/integrations/rules/login-trouble.ts";
import type { CheckFailure } from "#server/otr/broker-check.ts";

type Unanswered = {
  /** Why the last result is not up to date, in plain words. */
  sentence: string;
  /** What it says about the login; null: nothing. */
  trouble: LoginTrouble | null;
};

const unreachable: Unanswered = { sentence: "OTR could not be reached.", trouble: "unreachable" };

/** What a check without an answer means: never anything about the broker (OTR §4.3). */
export const UNANSWERED = {
  timeout: { sentence: "OTR did not answer in time.", trouble: "unreachable" },
  dns: unreachable,
  refused: unreachable,
  tls: unreachable,
  reset: unreachable,
  network: unreachable,
  server_error: { sentence: "OTR answered with an error of its own.", trouble: null },
  unreadable_reply: { sentence: "OTR's answer could not be read.", trouble: null },
  throttled: { sentence: "OTR kept asking to slow down.", trouble: null },
  credentials_rejected: {
    sentence: "OTR refused the username and password.",
    trouble: "credentials_rejected",
  },
  not_enabled: { sentence: "OTR does not let this login check brokers.", trouble: "not_enabled" },
  configuration: {
    sentence: "OTR refused Lading's own access, not your login.",
    trouble: "configuration",
  },
} as const satisfies Record<CheckFailure, Unanswered>;
