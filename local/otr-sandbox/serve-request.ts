import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultyReply } from "./apply-fault.ts";
import { type Call, routeOf, sha256Of, subjectOf } from "./call.ts";
import type { Control } from "./control/control.ts";
import { serveControl } from "./control/serve-control.ts";
import { handleCall } from "./handle-call.ts";
import { servePortal } from "./portal/serve-portal.ts";
import { gatewayError, unknownRoute } from "./replies.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { Sandbox } from "./sandbox.ts";

/** One request with everything it may need. */
export type Served = {
  request: IncomingMessage;
  response: ServerResponse;
  sandbox: Sandbox;
  control: Control;
  stopping: AbortSignal;
};

const bodySlack = 1024 * 1024;
const loggedBody = 4096;

/** Sends a request to the portal, the control plane or OTR's API by its path. Never rejects. */
export async function serveRequest(served: Served): Promise<void> {
  const url = new URL(served.request.url ?? "/", "http://sandbox");
  try {
    if (url.pathname.startsWith("/__sandbox/")) await serveControl(served, url);
    else if (url.pathname === "/" || url.pathname.startsWith("/documents/")) await servePortal(served, url);
    else await serveApi(served, url);
  } catch (error) {
    if (served.stopping.aborted || served.response.destroyed) return;
    console.error("sandbox:", error);
    if (!served.response.headersSent) send(served, gatewayError(500, "Internal server error"));
  }
}

async function serveApi(served: Served, url: URL): Promise<void> {
  const { request, sandbox, stopping } = served;
  const started = performance.now();
  sandbox.requests.began();
  try {
    const { body, bodyBytes } = await readBody(request, sandbox.data.choices.maxUploadBytes + bodySlack);
    const method = request.method ?? "GET";
    const route = routeOf(method, url.pathname);
    const entry = sandbox.requests.add(received(request, url, body, route));
    let reply: FaultyReply = unknownRoute;
    if (route) {
      const call: Call = { route, url, headers: request.headers, method, body, bodyBytes };
      const subject = subjectOf(call, sandbox);
      Object.assign(entry, { invoiceNo: subject.invoiceNo, mc: subject.mc });
      reply = await handleCall(call, sandbox, {
        wait: (ms) => sleep(ms, undefined, { signal: stopping }),
        takeFault: () => {
          const fault = sandbox.faults.take(subject);
          entry.fault = fault?.kind;
          return fault;
        },
      });
    }
    entry.answer = reply === "drop" ? "dropped" : reply.status;
    entry.durationMs = Math.round(performance.now() - started);
    send(served, reply, entry.seq);
  } finally {
    sandbox.requests.ended();
  }
}

function received(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  route: ReturnType<typeof routeOf>,
): Omit<ReceivedRequest, "seq"> {
  return {
    at: new Date().toISOString(),
    route: route ?? "unknown",
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.search,
    hasKey: request.headers["ocp-apim-subscription-key"] !== undefined,
    hasBearer: request.headers.authorization?.startsWith("Bearer ") ?? false,
    contentType: request.headers["content-type"],
    contentLength: request.headers["content-length"],
    body: route === "create-invoice" ? body.toString("utf8", 0, loggedBody) : undefined,
    bodySha256: sha256Of(body),
  };
}

/** Reads a body; bytes past the limit are counted and dropped, so memory stays flat. */
async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<{ body: Buffer; bodyBytes: number }> {
  const chunks: Buffer[] = [];
  let bodyBytes = 0;
  for await (const chunk of request) {
    bodyBytes += chunk.length;
    if (bodyBytes <= limit) chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks), bodyBytes };
}

function send({ request, response }: Served, reply: FaultyReply, seq?: number): void {
  if (reply === "drop") {
    request.socket.resetAndDestroy();
    return;
  }
  response.writeHead(reply.status, {
    ...reply.headers,
    "Content-Length": Buffer.byteLength(reply.body),
    "x-request-id": `sandbox-${seq ?? "none"}`,
  });
  response.end(reply.body);
}
