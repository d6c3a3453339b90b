/** Why a request was not carried out, in words that code can branch on. */
export type ErrorCode =
  | "not_signed_in"
  | "forbidden"
  | "not_found"
  | "invalid_input"
  | "conflict"
  | "too_many_requests"
  | "unavailable"
  | "internal";

/**
 * An error whose message may be shown to the person. `retryable` says whether the same call can succeed
 * later without a change. Anything that is not an AppError reaches the client without its message.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}
