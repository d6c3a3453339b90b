import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import { z } from "zod";
import { AppError, type ErrorCode } from "#server/kernel/errors.ts";

const TRPC_CODES = {
  not_signed_in: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid_input: "BAD_REQUEST",
  conflict: "CONFLICT",
  too_many_requests: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
  internal: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>;

/** An AppError under its tRPC code, message and cause kept; every other error as it is. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (!(cause instanceof AppError)) return error;
  return new TRPCError({ code: TRPC_CODES[cause.code], message: cause.message, cause });
}

/** True for errors whose message was not written for the person: bugs and trouble below us. */
export function isUnexpected(error: TRPCError): boolean {
  return error.code === "INTERNAL_SERVER_ERROR" && !(error.cause instanceof AppError);
}

/** What the person reads. The message of an unexpected error stays in the log, under `requestId`. */
export function messageForPerson(error: TRPCError, requestId: string): string {
  if (isUnexpected(error)) {
    return `Lading has a fault here, and nothing you entered caused it. Try again; if it stays, give support the reference ${requestId}.`;
  }
  if (!(error.cause instanceof z.ZodError)) return error.message;
  const [first] = error.cause.issues;
  return first?.message ?? "Check what you entered and try again.";
}

/** Per input field (dotted path) the sentence to show beside it; undefined when the input was not the trouble. */
export function fieldErrors(error: TRPCError): Record<string, string> | undefined {
  if (!(error.cause instanceof z.ZodError)) return undefined;
  return Object.fromEntries(
    error.cause.issues.toReversed().map((issue) => [issue.path.join("."), issue.message]),
  );
}
