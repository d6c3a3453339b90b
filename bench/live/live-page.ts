import http from "node:http";
import type { Socket } from "node:net";
import type { LiveMessage } from "#server/live/schemas.ts";

/** An open page's stream of notices, as a browser's EventSource holds it: a connection of its own. */
export type LivePage = {
  /** Settles with the time (performance.now) at which a notice of this id came. */
  hears(id: string): Promise<number>;
  /** Reads nothing from now on, as a laptop that was shut: what is sent piles up on the way. */
  stopReading(): void;
  /** Gone without a goodbye: no FIN, and what comes is answered by a reset. */
  vanish(): void;
  close(): void;
};

/** Opens a page's stream with a session's cookie; settles once the server says that it listens. */
export async function openLivePage(appUrl: string, headers: Record<string, string>): Promise<LivePage> {
  const request = http.get(new URL("/api/trpc/live.notices", appUrl), {
    agent: false,
    headers: { ...headers, accept: "text/event-stream" },
  });
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once("response", resolve).once("error", reject);
  });
  if (response.statusCode !== 200)
    throw new Error(`A page's stream was refused with ${response.statusCode}.`);
  request.on("error", () => undefined);
  response.on("error", () => undefined);
  const socket: Socket = response.socket;
  const heard = new Map<string, PromiseWithResolvers<number>>();
  const began = Promise.withResolvers<void>();
  const awaited = (id: string) => {
    const known = heard.get(id) ?? Promise.withResolvers<number>();
    heard.set(id, known);
    return known;
  };

  readMessages(response, ({ missed, notices }) => {
    if (missed) began.resolve();
    for (const { id } of notices) if (id) awaited(id).resolve(performance.now());
  });
  await began.promise;
  return {
    hears: (id) => awaited(id).promise.finally(() => heard.delete(id)),
    stopReading: () => void response.pause(),
    vanish: () => void socket.resetAndDestroy(),
    close: () => void request.destroy(),
  };
}

/** Splits the stream into its events and gives on those that are messages. */
function readMessages(response: http.IncomingMessage, take: (message: LiveMessage) => void): void {
  let rest = "";
  response.setEncoding("utf8").on("data", (text: string) => {
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const [, data] = /^data: (\{.*"notices".*)$/m.exec(event) ?? [];
      if (data) take(JSON.parse(data));
    }
  });
}
