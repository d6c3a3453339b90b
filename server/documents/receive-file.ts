import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { AppError } from "#server/kernel/errors.ts";
import type { StoredFile } from "./storage.ts";

/**
 * Writes an upload to a new file at `path`, piece by piece; undefined as soon as there is more than `limit`, without
 * reading the rest. Throws invalid_input where the sender breaks off.
 */
export async function receiveFile(
  body: AsyncIterable<Uint8Array>,
  path: string,
  limit: number,
): Promise<StoredFile | undefined> {
  const file = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let byteSize = 0;
  try {
    for await (const part of unbroken(body)) {
      byteSize += part.byteLength;
      if (byteSize > limit) return undefined;
      hash.update(part);
      await file.writeFile(part);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), byteSize };
}

async function* unbroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new AppError("invalid_input", "The upload broke off before the end. Add the file again.", {
      cause,
      retryable: true,
    });
  }
}
