import type { TextEncodingName } from "./find-encoding.ts";

/** The text of bytes that come in parts, without its byte order mark; a character that is cut by a part's end comes whole. */
export async function* textPieces(
  parts: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of parts) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
