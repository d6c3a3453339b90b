import { getTRPCErrorFromUnknown, type TRPCError } from "@trpc/server";

/** True for what a subscription answers with. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** The same stream; what it throws after its procedure has long returned goes through `map` too. */
export async function* withMappedErrors(
  stream: AsyncIterable<unknown>,
  map: (error: TRPCError) => TRPCError,
): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    throw map(getTRPCErrorFromUnknown(error));
  }
}
