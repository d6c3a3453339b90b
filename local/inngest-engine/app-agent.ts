import http from "node:http";
import https from "node:https";
import type { Duplex } from "node:stream";

/** Well below the 5 s after which a Node server closes an idle connection. */
const MAX_IDLE_MS = 1000;

const agents = {
  "http:": new http.Agent({ keepAlive: true, maxFreeSockets: 128 }),
  "https:": new https.Agent({ keepAlive: true, maxFreeSockets: 128 }),
};
const freedAt = new WeakMap<Duplex, number>();
for (const agent of Object.values(agents))
  agent.on("free", (socket: Duplex) => freedAt.set(socket, Date.now()));

/**
 * The connections to the app, kept alive from call to call but not reused after a second of rest. A server that closes
 * an idle connection just as a call is sent on it looks exactly like an app that was killed by the call, and would cost
 * the run an attempt. Looked at when a connection is wanted, as timers are late on a busy machine.
 */
export function freshAgent(url: URL): http.Agent {
  const agent = url.protocol === "https:" ? agents["https:"] : agents["http:"];
  const oldest = Date.now() - MAX_IDLE_MS;
  for (const sockets of Object.values(agent.freeSockets)) {
    for (const socket of sockets ?? []) if ((freedAt.get(socket) ?? 0) < oldest) socket.destroy();
  }
  return agent;
}
