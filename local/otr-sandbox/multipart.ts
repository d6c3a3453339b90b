/** One part of a multipart body, its bytes untouched. */
export type Part = { name: string; fileName?: string; contentType?: string; bytes: Buffer };

type MultipartCall = { headers: { "content-type"?: string }; body: Buffer };

const parsed = new WeakMap<Buffer, Part[] | undefined>();

/** Splits a multipart/form-data body into its parts, once per body; undefined when it is none. */
export function multipartParts(call: MultipartCall): Part[] | undefined {
  if (!parsed.has(call.body)) parsed.set(call.body, splitParts(call));
  return parsed.get(call.body);
}

/** The text of one field; undefined when it is not there. */
export function multipartField(call: MultipartCall, name: string): string | undefined {
  return multipartParts(call)
    ?.find((part) => part.name === name)
    ?.bytes.toString("utf8");
}

function splitParts({ headers, body }: MultipartCall): Part[] | undefined {
  const type = headers["content-type"] ?? "";
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return undefined;
  // The first delimiter has no line break before it; lend it one so that all delimiters look alike.
  const content = Buffer.concat([Buffer.from("\r\n"), body]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let start = content.indexOf(delimiter);
  while (start !== -1) {
    const from = start + delimiter.length;
    const end = content.indexOf(delimiter, from);
    if (end === -1) break;
    const part = parsePart(content.subarray(from + 2, end));
    if (part) parts.push(part);
    start = end;
  }
  return parts;
}

function parsePart(raw: Buffer): Part | undefined {
  const split = raw.indexOf("\r\n\r\n");
  if (split === -1) return undefined;
  const head = raw.toString("utf8", 0, split);
  const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  return {
    name,
    fileName: /;\s*filename="([^"]*)"/i.exec(head)?.[1],
    contentType: /^content-type:\s*(.+?)\s*$/im.exec(head)?.[1],
    bytes: raw.subarray(split + 4),
  };
}
