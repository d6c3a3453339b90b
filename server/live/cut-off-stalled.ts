import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Longer than several of the pings that a stream carries while nothing else happens. */
const STALLED_MS = 60_000;

/**
 * Ends the connection of every page whose stream of notices makes no progress for `stalledMs`. A page that doesn't
 * read is sent no more than the connection's buffer holds, but would keep that and its connection for ever; one that
 * is cut off connects anew, once it reads again, and loads everything. Heard on Node's own channel of requests: a
 * route of Next's never sees its socket.
 */
export function cutOffStalledPages(stalledMs = STALLED_MS): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (!request.headers.accept?.includes("text/event-stream")) return;
    response.setTimeout(stalledMs, () => request.socket.destroy());
  });
}
