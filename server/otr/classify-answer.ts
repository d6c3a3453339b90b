import type { OtrAnswer } from "./http.ts";
import type { Configuration, NotEnabled, Throttled } from "./refusals.ts";
import { replyFields } from "./reply-fields.ts";

const gone = new Set([403, 405, 410]);

/**
 * Reads the answers that mean the same on every route (OTR §2.3, §9.3); undefined leaves the answer to the
 * route. A service 401 counts as "not enabled", so ask only once a fresh token was tried.
 */
export function commonRefusal(
  answer: OtrAnswer,
  defaultPauseSeconds: number,
): Throttled | NotEnabled | Configuration | undefined {
  const { status: httpStatus, text: otrText, exchange } = answer;
  if (httpStatus === 429) {
    return { kind: "throttled", afterSeconds: answer.retryAfterSeconds ?? defaultPauseSeconds, exchange };
  }
  if (isGatewayRefusal(answer) || gone.has(httpStatus)) {
    return { kind: "configuration", httpStatus, otrText, exchange };
  }
  if (httpStatus === 401) return { kind: "not_enabled", otrText, exchange };
  return undefined;
}

/** True when a fresh token may mend this 401: the gateway's own 401 is about the subscription key instead. */
export function wantsFreshToken(answer: OtrAnswer): boolean {
  return answer.status === 401 && !isGatewayRefusal(answer);
}

// The gateway says {statusCode, message}; OTR's service says {Message, ResponseStatus} (OTR §4.2, §9.3).
function isGatewayRefusal(answer: OtrAnswer): boolean {
  if (answer.status === 401) return /subscription key/i.test(answer.text ?? "");
  if (answer.status !== 404) return false;
  return replyFields(answer.json)?.has("statusCode") ?? false;
}
