import pino from "pino";

type Serialized = ReturnType<typeof pino.stdSerializers.errWithCause>;

/** The values of a failed query, as drizzle appends them to its message. */
const VALUES = /\nparams: [\s\S]*?(?=\n {4}at |$)/g;

/**
 * An error as the log keeps it: without the values of a failed query, which may be the hash of a password or token,
 * and without PostgreSQL's detail, which quotes the row.
 */
export function serializeError(error: Error): Serialized {
  return withoutValues(pino.stdSerializers.errWithCause(error));
}

function withoutValues(error: Serialized): Serialized {
  const { params: _params, detail: _detail, raw: _raw, ...kept } = error;
  const { message, stack, cause } = error;
  return {
    ...kept,
    message: message.replace(VALUES, ""),
    stack: stack.replace(VALUES, ""),
    ...(isSerialized(cause) && { cause: withoutValues(cause) }),
  } as Serialized;
}

function isSerialized(cause: unknown): cause is Serialized {
  return typeof cause === "object" && cause !== null && "message" in cause && "stack" in cause;
}
