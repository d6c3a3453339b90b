import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { ZodError } from "zod";
import type { Engine } from "./engine.ts";
import { report } from "./report.ts";
import { findRoute } from "./routes.ts";

export type Reply = { status: number; body: unknown };
export type Request = {
  engine: Engine;
  params: string[];
  headers: IncomingMessage["headers"];
  body: unknown;
};

const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** Longer than the SDK's fetch keeps a socket, so it is never the server that closes one as a request comes. */
const KEEP_ALIVE_MS = 120_000;

/** Serves the engine's side of the protocol on 127.0.0.1; answers the port. */
export async function startHttpServer(engine: Engine): Promise<{ port: number; stop(): void }> {
  const server = http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, async (request, response) => {
    const reply = await answer(engine, request).catch(toReply);
    send(response, reply);
  });
  server.requestTimeout = 0;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(engine.config.port, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    port: address.port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(engine: Engine, request: IncomingMessage): Promise<Reply> {
  const { pathname } = new URL(request.url ?? "/", "http://engine");
  const route = findRoute(request.method ?? "GET", pathname);
  if (!route) return { status: 404, body: { status: 404, error: "not found" } };
  const refusal = route.refuse(engine, request.headers);
  if (refusal) return refusal;
  const body = await readJson(request);
  return route.handle({ engine, params: route.params, headers: request.headers, body });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new SyntaxError("the body is too large");
    chunks.push(chunk);
  }
  return size === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}

function toReply(error: unknown): Reply {
  const isTheirs = error instanceof SyntaxError || error instanceof ZodError;
  if (!isTheirs) report("a request", error);
  const message = error instanceof Error ? error.message : String(error);
  const status = isTheirs ? 400 : 500;
  return { status, body: { status, error: message } };
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
