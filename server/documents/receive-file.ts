import { AppError } from "#server/kernel/errors.ts";

/**
 * The bytes of an upload; undefined as soon as there are more than `limit`, without reading the rest. Throws
 * invalid_input where the sender breaks off.
 */
export async function receiveFile(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      size += part.byteLength;
      if (size > limit) return undefined;
      parts.push(part);
    }
  } catch (cause) {
    throw new AppError("invalid_input", "The upload broke off before the end. Add the file again.", {
      cause,
      retryable: true,
    });
  }
  return Buffer.concat(parts, size);
}
