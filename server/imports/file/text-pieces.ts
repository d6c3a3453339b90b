import type { TextEncodingName } from "./find-encoding.ts";

const PIECE_BYTES = 64 * 1024;

/** The file's text in pieces, without its byte order mark; a character that is cut by a piece's end comes whole. */
export function* textPieces(bytes: Uint8Array, encoding: TextEncodingName): Generator<string, undefined> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) {
    yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
  }
  yield decoder.decode();
}
