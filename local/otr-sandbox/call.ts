import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FaultSubject } from "./faults.ts";
import { multipartField } from "./multipart.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Login, Reply, RouteName, routeNames } from "./sandbox-types.ts";

/** One request, read whole. `bodyBytes` counts what was sent, `body` holds at most what may be kept. */
export type Call = {
  route: RouteName;
  url: URL;
  headers: IncomingMessage["headers"];
  method: string;
  body: Buffer;
  bodyBytes: number;
};

/** A route's own work, after every check that is common to all. */
export type Handler = (call: Call, sandbox: Sandbox, login: Login | undefined) => Reply | Promise<Reply>;

const prefix = "/carrier-tms/2";

const routes = [
  { method: "POST", path: /^\/auth\/token$/, name: "token" },
  { method: "GET", path: /^\/broker-check\/[^/]+$/, name: "broker-check" },
  { method: "POST", path: /^\/invoices$/, name: "create-invoice" },
  { method: "GET", path: /^\/invoices$/, name: "read-invoice" },
  { method: "POST", path: /^\/file-upload$/, name: "file-upload" },
  { method: "GET", path: /^\/customer-summary$/, name: "customer-summary" },
  { method: "GET", path: /^\/healthcheck$/, name: "healthcheck" },
] satisfies { method: string; path: RegExp; name: (typeof routeNames)[number] }[];

/** The route of a request; undefined for everything version 2 does not have (OTR §3). */
export function routeOf(method: string, pathname: string): RouteName | undefined {
  if (!pathname.startsWith(prefix)) return undefined;
  const rest = pathname.slice(prefix.length);
  return routes.find((route) => route.method === method && route.path.test(rest))?.name;
}

/** The last path segment, decoded: the MC number of a broker check. */
export function lastSegment(url: URL): string {
  return decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
}

/** What this call is about, as far as a fault or the log may want to know. */
export function subjectOf(call: Call, sandbox: Sandbox): FaultSubject {
  const { route } = call;
  if (route === "broker-check") return { route, mc: lastSegment(call.url) };
  if (route === "create-invoice") return { route, invoiceNo: textField(jsonBody(call), "InvoiceNo") };
  const pkey = pkeyOf(call);
  return { route, invoiceNo: pkey ? sandbox.data.invoices.get(Number(pkey))?.invoiceNo : undefined };
}

/** The body as a JSON object; undefined when it is none. */
export function jsonBody(call: Call): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(call.body.toString("utf8"));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return { ...value };
  } catch {
    return undefined;
  }
}

/** The hash of what was sent, to prove that a replay was byte-identical. */
export function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function pkeyOf(call: Call): string | undefined {
  if (call.route === "read-invoice") return call.url.searchParams.get("invoicePkeys") ?? undefined;
  return call.route === "file-upload" ? multipartField(call, "ItemPkey") : undefined;
}

function textField(body: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = body?.[name];
  return typeof value === "string" ? value : undefined;
}
