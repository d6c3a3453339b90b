/** Far above any form, batch or selection of ours; files have routes and limits of their own. */
export const MOST_BODY_BYTES = 1024 * 1024;

/** What Inngest sends of a run, the results of its steps, is a few kilobytes of ids and counts, and at most this by its own limits. */
export const MOST_STEP_BYTES = 32 * 1024 * 1024;

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

/** The same request, whose body fails once more than `limit` bytes of it were read. For who may send without saying how much. */
export function boundedRequest(request: Request, limit: number): Request {
  const { url, method, headers, signal, body } = request;
  if (!body) return request;
  let left = limit;
  const bounded = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (part, controller) => {
        left -= part.byteLength;
        if (left < 0) controller.error(new RangeError("The request is larger than Lading takes."));
        else controller.enqueue(part);
      },
    }),
  );
  const init = { method, headers, signal, body: bounded, duplex: "half" };
  return new Request(url, init);
}
