const HEAD_BYTES = 64 * 1024;

/** The first bytes of a file, and whether all of it is UTF-8. */
export async function lookThrough(
  parts: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; isUtf8: boolean }> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const begin: Uint8Array[] = [];
  let missing = HEAD_BYTES;
  let isUtf8 = true;
  for await (const part of parts) {
    if (missing > 0) begin.push(part.subarray(0, missing));
    missing -= part.byteLength;
    isUtf8 &&= decodes(utf8, part);
  }
  return { head: Buffer.concat(begin), isUtf8: isUtf8 && decodes(utf8) };
}

function decodes(decoder: TextDecoder, part?: Uint8Array): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}
