import type { IncomingHttpHeaders } from "node:http";
import { checkpointBody, saveCheckpoint } from "./checkpoint.ts";
import { transact } from "./database.ts";
import type { Engine } from "./engine.ts";
import { readEvents } from "./events.ts";
import { appDescription } from "./function-config.ts";
import type { Reply, Request } from "./http-server.ts";
import { ingest } from "./ingest.ts";
import { signalEvent } from "./pending-ops.ts";
import { isBearerOf, isSame } from "./signing.ts";
import * as status from "./status-api.ts";
import { registerApp } from "./sync.ts";

type Handler = (request: Request) => Promise<Reply>;
type Guard = (engine: Engine, headers: IncomingHttpHeaders, params: string[]) => Reply | undefined;
type Route = { method: string; path: RegExp; guard: Guard; handle: Handler };

const open: Guard = () => undefined;

const active: Guard = (engine) =>
  engine.isActive
    ? undefined
    : { status: 503, body: { status: 503, error: "another engine is the active one" } };

const eventKey: Guard = (engine, headers, [key = ""]) => {
  const wanted = engine.config.eventKey;
  if (wanted && !isSame(decodeURIComponent(key), wanted)) {
    return { status: 401, body: { status: 401, error: "Event key not found" } };
  }
  return active(engine, headers, []);
};

const bearer: Guard = (engine, headers) => {
  const { signingKey } = engine.config;
  if (signingKey && !isBearerOf(headers.authorization, signingKey)) {
    return { status: 401, body: { status: 401, error: "Unauthorized" } };
  }
  return active(engine, headers, []);
};

const ROUTES: Route[] = [
  { method: "GET", path: /^\/health$/, guard: open, handle: health },
  { method: "POST", path: /^\/e\/([^/]+)$/, guard: eventKey, handle: takeEvents },
  { method: "POST", path: /^\/v1\/checkpoint\/[^/]+\/async$/, guard: bearer, handle: checkpoint },
  { method: "POST", path: /^\/v1\/signals$/, guard: bearer, handle: takeSignal },
  { method: "POST", path: /^\/fn\/register$/, guard: bearer, handle: register },
  { method: "GET", path: /^\/v0\/runs\/([^/]+)\/actions$/, guard: bearer, handle: status.runSteps },
  { method: "GET", path: /^\/v0\/runs\/([^/]+)\/batch$/, guard: bearer, handle: status.runEvents },
  { method: "GET", path: /^\/v1\/events\/([^/]+)$/, guard: bearer, handle: status.event },
  { method: "GET", path: /^\/v1\/events\/([^/]+)\/runs$/, guard: bearer, handle: status.eventRuns },
  { method: "GET", path: /^\/v1\/runs\/([^/]+)$/, guard: bearer, handle: status.run },
  { method: "DELETE", path: /^\/v1\/runs\/([^/]+)$/, guard: bearer, handle: status.cancelRun },
];

/** The route of a request, with its path's parameters; undefined when there is none. */
export function findRoute(method: string, pathname: string) {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(pathname) : null;
    if (!match) continue;
    const params = match.slice(1);
    const refuse = (engine: Engine, headers: IncomingHttpHeaders) => route.guard(engine, headers, params);
    return { params, refuse, handle: route.handle };
  }
  return undefined;
}

async function health({ engine }: Request): Promise<Reply> {
  return { status: 200, body: { active: engine.isActive, functions: engine.registry.functions.size } };
}

async function takeEvents({ engine, headers, body }: Request): Promise<Reply> {
  const now = new Date();
  const seed = headers["x-inngest-event-id-seed"];
  const events = readEvents(body, typeof seed === "string" ? seed : undefined, now.getTime());
  if (events.length > 0) await transact(engine, (tx) => ingest(tx, engine, events, now));
  return { status: 200, body: { ids: events.map((event) => event.id), status: 200 } };
}

async function checkpoint({ engine, body }: Request): Promise<Reply> {
  const isCurrent = await saveCheckpoint(engine.sql, checkpointBody.parse(body));
  if (isCurrent) return { status: 200, body: {} };
  return { status: 409, body: { status: 409, error: "stale dispatch" } };
}

async function takeSignal({ engine, body }: Request): Promise<Reply> {
  const { signal, data } = status.signalBody.parse(body);
  const name = signalEvent(signal);
  const [waiting] = await engine.sql<{ run: string }[]>`select run from wait where event = ${name} limit 1`;
  if (!waiting) return { status: 404, body: { status: 404, error: "no run waits for this signal" } };
  const now = new Date();
  const events = readEvents({ name, data: { signal, data } }, undefined, now.getTime());
  await transact(engine, (tx) => ingest(tx, engine, events, now));
  return { status: 200, body: { data: { run_id: waiting.run } } };
}

async function register({ engine, body }: Request): Promise<Reply> {
  const { url, appName, app_id, functions } = appDescription.parse(body);
  const id = app_id ?? appName;
  if (!url || !id) return { status: 400, body: { status: 400, error: "url and appName are wanted" } };
  const modified = await registerApp(engine, { id, url, functions });
  return { status: 200, body: { status: 200, modified, error: "" } };
}
