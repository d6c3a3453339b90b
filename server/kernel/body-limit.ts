/** Far above any form, batch or selection of ours; files have routes and limits of their own. */
export const MOST_BODY_BYTES = 1024 * 1024;

/** The most procedure calls that one HTTP request may hold. */
export const MOST_CALLS = 20;

/**
 * The refusal of a request whose body is larger than `limit` bytes, or doesn't say how large it is; undefined for one
 * that may be read. What reads JSON or forms holds them whole, so this is asked before, also of who isn't signed in.
 */
export function bodyRefusal({ headers }: Request, limit = MOST_BODY_BYTES): Response | undefined {
  // HTTP/1.1: a body comes with either of the two, and no longer than it says.
  const isEndless = headers.has("transfer-encoding");
  if (!isEndless && !(Number(headers.get("content-length")) > limit)) return undefined;
  const message = "This request is larger than Lading takes. Nothing was changed.";
  return Response.json({ message }, { status: isEndless ? 411 : 413 });
}
