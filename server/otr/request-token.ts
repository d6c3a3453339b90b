import type { Clock } from "#server/kernel/clock.ts";
import { commonRefusal } from "./classify-answer.ts";
import type { OtrClientConfig } from "./config.ts";
import type { NoAnswer, OtrAnswer, OtrRequest } from "./http.ts";
import type { LoginIdentity } from "./login-registry.ts";
import type { Mask } from "./mask.ts";
import type { Configuration, CredentialsRejected, NotSent, Throttled } from "./refusals.ts";
import { replyFields } from "./reply-fields.ts";
import { type Attempt, type Pacing, withRetry } from "./retry.ts";

/** A token and when it must be renewed, or why there is none. `until` is epoch milliseconds. */
export type SignInOutcome =
  | { kind: "token"; token: string; until: number; exchange: OtrAnswer["exchange"] }
  | (CredentialsRejected & { until: number })
  | Configuration
  | Throttled
  | NotSent;

/** What a sign-in needs: a way to send, and the facts of this login. */
export type SignInContext = {
  identity: LoginIdentity;
  config: OtrClientConfig;
  clock: Clock;
  pacing: Pacing;
  mask: Mask;
  send: (request: OtrRequest) => Promise<OtrAnswer | NoAnswer | Throttled>;
};

const fallbackLifetimeSeconds = 7200;
const refused = new Set([400, 401, 403]);

/**
 * Signs in with username and password (OTR §2.2). Repeats after 429, 5xx and network trouble, never after a
 * refusal: too many of those could lock the carrier's portal account.
 */
export async function requestToken(context: SignInContext): Promise<SignInOutcome> {
  return withRetry(context.config.retry, context.pacing, async (): Promise<Attempt<SignInOutcome>> => {
    const result = outcomeOf(await context.send(tokenRequest(context)), context);
    if (result.kind === "throttled") return { result, again: true, minWaitMs: result.afterSeconds * 1000 };
    return result.kind === "not_sent" ? { result, again: true, minWaitMs: 0 } : { result, again: false };
  });
}

function tokenRequest({ identity, config }: SignInContext): OtrRequest {
  const { subscriptionKey, credentials } = identity;
  return {
    method: "POST",
    path: "/auth/token",
    headers: {
      ...config.extraHeaders,
      "Ocp-Apim-Subscription-Key": subscriptionKey,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(credentials).toString(),
    timeoutMs: config.timeouts.signInMs,
    private: true,
  };
}

function outcomeOf(answer: OtrAnswer | NoAnswer | Throttled, context: SignInContext): SignInOutcome {
  if (answer.kind === "throttled") return answer;
  const { exchange } = answer;
  const unavailable = { kind: "not_sent", reason: "sign_in_unavailable", retryable: true, exchange } as const;
  if (answer.kind === "no_answer") return { ...unavailable, cause: answer.failure.cause };
  const now = context.clock().getTime();
  const { config } = context;
  if (answer.status === 200) {
    const fields = replyFields(answer.json);
    const token = fields?.text("access_token");
    if (!fields) return { ...unavailable, cause: "unreadable_reply" };
    if (!token) return rejected(answer, now, config);
    for (const secret of [token, fields.text("refresh_token")]) context.mask.add(secret ?? "");
    const lifetime = fields.integer("expires_in") ?? fallbackLifetimeSeconds;
    const until = now + Math.max(lifetime - config.tokenSkewSeconds, 1) * 1000;
    return { kind: "token", token, until, exchange };
  }
  const refusal = commonRefusal(answer, config.defaultPauseSeconds);
  if (refusal?.kind === "throttled") return refusal;
  if (refused.has(answer.status) && !aboutOurKey(answer)) return rejected(answer, now, config);
  if (answer.status >= 500) return { ...unavailable, cause: "server_error" };
  if (answer.status < 400) return { ...unavailable, cause: "unreadable_reply" };
  return { kind: "configuration", httpStatus: answer.status, otrText: answer.text, exchange };
}

function rejected(answer: OtrAnswer, now: number, config: OtrClientConfig): SignInOutcome {
  const until = now + config.rejectionMemorySeconds * 1000;
  return { kind: "credentials_rejected", otrText: answer.text, until, exchange: answer.exchange };
}

// A 401 about the subscription key and a gateway 403 (quota, IP filter) say nothing about the password.
function aboutOurKey(answer: OtrAnswer): boolean {
  if (answer.status === 401) return /subscription key/i.test(answer.text ?? "");
  return answer.status === 403 && (replyFields(answer.json)?.has("statusCode") ?? false);
}
