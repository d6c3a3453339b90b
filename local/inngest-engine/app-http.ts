import http, { type IncomingHttpHeaders } from "node:http";
import https from "node:https";
import { freshAgent } from "./app-agent.ts";
import { signature } from "./signing.ts";

export type AppResponse = { status: number; headers: IncomingHttpHeaders; text: string };

/** The request can't have reached the app's code, so it costs no attempt. */
export class Undelivered extends Error {}

const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const STALE_SOCKET_MS = 50;

/**
 * Sends JSON to the app, signed when there is a key. Not `fetch`: undici drops an answer that takes over 300 s, and a
 * step may. Throws Undelivered, or the socket's error when the connection broke while the app was at work.
 */
export function sendToApp(
  method: "POST" | "PUT",
  url: string,
  options: {
    body: unknown;
    headers?: Record<string, string>;
    signingKey: string | undefined;
    timeoutMs: number;
  },
): Promise<AppResponse> {
  const target = new URL(url);
  const isTls = target.protocol === "https:";
  const payload = JSON.stringify(options.body);
  const headers: Record<string, string> = {
    ...options.headers,
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(payload)),
    "x-inngest-server-kind": options.signingKey ? "cloud" : "dev",
  };
  if (options.signingKey)
    headers["x-inngest-signature"] = signature(options.body, options.signingKey, Date.now());
  const started = Date.now();
  const { promise, resolve, reject } = Promise.withResolvers<AppResponse>();
  const request = (isTls ? https : http).request(
    target,
    { method, headers, agent: freshAgent(target) },
    (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
    },
  );
  request.setNoDelay(true);
  request.setTimeout(options.timeoutMs, () =>
    request.destroy(new Error(`no answer within ${options.timeoutMs} ms`)),
  );
  request.on("error", (error: NodeJS.ErrnoException) => {
    // A kept-alive socket that the app had closed before the request came.
    const wasStale =
      request.reusedSocket && error.code === "ECONNRESET" && Date.now() - started < STALE_SOCKET_MS;
    const isUndelivered = wasStale || NEVER_CONNECTED.has(error.code ?? "");
    reject(isUndelivered ? new Undelivered(error.message, { cause: error }) : error);
  });
  request.end(payload);
  return promise;
}
