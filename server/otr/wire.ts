import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";

/** The part of `fetch` that OTR is talked to with; the platform's own fits it. */
export type Wire = (url: string, request: WireRequest) => Promise<WireResponse>;

export type WireRequest = {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | undefined;
  redirect: "manual";
  signal: AbortSignal;
};

export type WireResponse = {
  status: number;
  ok: boolean;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
};

const connectMs = 10_000;

/** Kept open from call to call, but not reused after four seconds of rest: a server may just be closing it. */
const keptOpen = { keepAlive: true, timeout: 4_000 };
const agents = { http: new http.Agent(keptOpen), https: new https.Agent(keptOpen) };

/**
 * Node's own HTTP in place of `fetch`, at half the processor time: a night reads every open invoice one by one.
 * Follows no redirect. Rejects with the socket's error, or with ERR_CONNECT_TIMEOUT when nobody took the call.
 */
export const nodeWire: Wire = (url, { method, headers, body, signal }) => {
  const target = new URL(url);
  const isTls = target.protocol === "https:";
  const { promise, resolve, reject } = Promise.withResolvers<WireResponse>();
  const options = { method, headers, signal, agent: isTls ? agents.https : agents.http };
  const request = (isTls ? https : http).request(target, options, (response) => {
    const status = response.statusCode ?? 0;
    const get = (name: string) => {
      const value = response.headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    resolve({ status, ok: status >= 200 && status < 300, headers: { get }, body: response });
  });
  request.on("error", reject);
  request.once("socket", (socket) => {
    if (socket.connecting) limitConnecting(request, socket, isTls ? "secureConnect" : "connect");
  });
  request.end(body);
  return promise;
};

function limitConnecting(request: http.ClientRequest, socket: Socket, connected: string): void {
  const timer = setTimeout(() => {
    request.destroy(Object.assign(new Error("connecting took too long"), { code: "ERR_CONNECT_TIMEOUT" }));
  }, connectMs);
  const stop = () => clearTimeout(timer);
  socket.once(connected, stop);
  socket.once("close", stop);
}
