import pino, { type Logger } from "pino";
import { env } from "./env.ts";
import { serializeError } from "./serialize-error.ts";

let logger: Logger | undefined;

/** The server's log: one JSON line per entry on standard output. Entries hold ids and codes, never a secret. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: serializeError },
    redact: ["*.password", "*.passwordHash", "*.cookie", "*.authorization"],
  });
  return logger;
}
