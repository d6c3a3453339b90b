import type { ErrorCode } from "./errors.ts";

/** The HTTP status of each refusal, for route handlers. */
export const HTTP_STATUSES = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;
