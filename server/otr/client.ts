import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { commonRefusal, wantsFreshToken } from "./classify-answer.ts";
import { type OtrClientConfig, type OtrConfigOverrides, otrConfig } from "./config.ts";
import { type NoAnswer, type OtrAnswer, type OtrRequest, sendOnce } from "./http.ts";
import { type LoginIdentity, type LoginRegistry, processLogins } from "./login-registry.ts";
import { createMask } from "./mask.ts";
import type { NotSent, Refusal, Throttled } from "./refusals.ts";
import { requestToken, type SignInContext, type SignInOutcome } from "./request-token.ts";
import { type Attempt, type Pacing, realPacing, withRetry } from "./retry.ts";
import { nodeWire, type Wire } from "./wire.ts";

/** What a client is made of; everything but the first three has a default. */
export type OtrClientOptions = LoginIdentity & {
  config?: OtrConfigOverrides;
  fetch?: Wire;
  clock?: Clock;
  pacing?: Pacing;
  logins?: LoginRegistry;
  /** Told of every sign-in that this client made: tokens are shared, so most calls make none. */
  onSignIn?: (outcome: SignInOutcome) => Promise<void>;
};

/** A signed-in request's end: an answer for the route to read, none, or one of the answers common to all. */
export type CallOutcome = OtrAnswer | NoAnswer | NotSent | Refusal;

/** One login at one OTR address. Secrets live in closures only: a client can be logged or inspected safely. */
export type OtrClient = {
  readonly config: Omit<OtrClientConfig, "extraHeaders">;
  now: () => Date;
  /** Hides this login's secrets in a text from OTR; null stays null. */
  mask: <T extends string | null>(text: T) => T | string;
  /** Signs in afresh, whatever is cached. */
  signIn: () => Promise<SignInOutcome>;
  /** One request with key and token; after a service 401 one fresh sign-in and one replay. */
  call: (request: OtrRequest) => Promise<CallOutcome>;
  /** As `call`, with a few short repeats after 429, 5xx and network trouble: for requests that change nothing. */
  read: (request: OtrRequest) => Promise<CallOutcome>;
};

/** A client for one subsidiary's login. Clients of the same login share token and pace within the process. */
export function createOtrClient(options: OtrClientOptions): OtrClient {
  const identity: LoginIdentity = {
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    subscriptionKey: options.subscriptionKey,
    credentials: { ...options.credentials },
  };
  const { extraHeaders, ...config } = otrConfig(options.config);
  const clock = options.clock ?? systemClock;
  const pacing = options.pacing ?? realPacing;
  const logins = options.logins ?? processLogins();
  const gate = logins.gateOf(identity, config.maxConcurrentCalls);
  const tokens = logins.tokensOf(identity);
  const mask = createMask([identity.subscriptionKey, identity.credentials.password]);
  const transport = { baseUrl: identity.baseUrl, fetch: options.fetch ?? nodeWire, clock, mask };
  const nowMs = () => clock().getTime();

  const send = async (request: OtrRequest): Promise<OtrAnswer | NoAnswer | Throttled> => {
    const answer = await gate.run(() => sendOnce(transport, request), nowMs);
    if (answer === "paused") return pausedOutcome(request, gate.pausedMs(nowMs()));
    if (answer.kind !== "answer" || answer.status !== 429) return answer;
    gate.pauseUntil(nowMs() + (answer.retryAfterSeconds ?? config.defaultPauseSeconds) * 1000);
    return answer;
  };

  const context: SignInContext = { identity, config: { ...config, extraHeaders }, clock, pacing, mask, send };
  const signIn = async () => {
    const outcome = await requestToken(context);
    await options.onSignIn?.(outcome);
    return outcome;
  };

  const sendWithToken = (request: OtrRequest, token: string) =>
    send({
      ...request,
      headers: {
        ...extraHeaders,
        ...request.headers,
        "Ocp-Apim-Subscription-Key": identity.subscriptionKey,
        Authorization: `Bearer ${token}`,
      },
    });

  const call = async (request: OtrRequest): Promise<CallOutcome> => {
    for (let replay = false; ; replay = true) {
      const signedIn = await tokens.acquire(signIn, nowMs());
      if (signedIn.kind !== "token") return withoutUntil(signedIn);
      mask.add(signedIn.token);
      const answer = await sendWithToken(request, signedIn.token);
      if (answer.kind === "throttled") return answer;
      if (answer.kind === "no_answer") return answer.failure.reachedOtr === "no" ? notSent(answer) : answer;
      if (wantsFreshToken(answer) && !replay) {
        tokens.drop(signedIn.token);
        continue;
      }
      return commonRefusal(answer, config.defaultPauseSeconds) ?? answer;
    }
  };

  return {
    config,
    now: clock,
    mask: (text) => (text === null ? text : mask.apply(text)),
    signIn: () => tokens.renew(signIn),
    call,
    read: (request) => withRetry(config.retry, pacing, async () => worthAnother(await call(request))),
  };
}

function worthAnother(result: CallOutcome): Attempt<CallOutcome> {
  if (result.kind === "throttled") return { result, again: true, minWaitMs: result.afterSeconds * 1000 };
  const serverError = result.kind === "answer" && result.status >= 500;
  if (serverError || result.kind === "no_answer") return { result, again: true, minWaitMs: 0 };
  // A failed sign-in has had its own repeats.
  if (result.kind === "not_sent" && result.reason === "otr_unreachable") {
    return { result, again: true, minWaitMs: 0 };
  }
  return { result, again: false };
}

function withoutUntil(outcome: Exclude<SignInOutcome, { kind: "token" }>): CallOutcome {
  if (outcome.kind !== "credentials_rejected") return outcome;
  return { kind: outcome.kind, otrText: outcome.otrText, exchange: outcome.exchange };
}

function notSent({ failure, exchange }: NoAnswer): NotSent {
  return { kind: "not_sent", reason: "otr_unreachable", retryable: true, cause: failure.cause, exchange };
}

function pausedOutcome(request: OtrRequest, pausedMs: number): Throttled {
  const exchange = { method: request.method, path: request.path, durationMs: 0 };
  return { kind: "throttled", afterSeconds: Math.max(1, Math.ceil(pausedMs / 1000)), exchange };
}
