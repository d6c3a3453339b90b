import type { GatewayError, ServiceError } from "#server/otr/api-types.ts";
import type { Reply } from "./sandbox-types.ts";

/** A JSON reply. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** A reply without a body. */
export function empty(status: number): Reply {
  return { status, body: "" };
}

/** An HTML page, as a maintenance page would come. */
export function html(status: number, body: string): Reply {
  return { status, headers: { "Content-Type": "text/html" }, body };
}

/** An error in the gateway's words (OTR §9.3). */
export function gatewayError(status: number, message: string, headers?: Record<string, string>): Reply {
  return json(status, { statusCode: status, message } satisfies GatewayError, headers);
}

/** An error in the service's words (OTR §9.3). */
export function serviceError(status: number, message: string): Reply {
  return json(status, { Message: message, ResponseStatus: status } satisfies ServiceError);
}

export const notAuthorized = gatewayError(401, "Not Authorized");

export const invalidRequest = gatewayError(400, "Invalid Request");

export const unknownRoute = gatewayError(404, "Resource not found");

export const missingKey = gatewayError(
  401,
  "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.",
);

export const invalidKey = gatewayError(
  401,
  "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
);

/** The gateway's answer to too many calls. */
export function tooManyCalls(seconds: number, retryAfter: string = String(seconds)): Reply {
  const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
  return gatewayError(429, message, { "Retry-After": retryAfter });
}
