import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * From now on, the address of the socket that a request came in by is the last entry of its `X-Forwarded-For`. Next
 * writes it there only where the client sent no such header, and shows route handlers no socket: without this, whoever
 * sends the header chooses their own address.
 */
export function notePeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const claimed = headers["x-forwarded-for"];
    const entries = [claimed, socket.remoteAddress ?? "unknown"].flat().filter(Boolean);
    headers["x-forwarded-for"] = entries.join(", ");
  });
}
