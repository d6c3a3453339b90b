import type { Clock } from "#server/kernel/clock.ts";
import type { Exchange } from "./exchange.ts";
import type { Mask } from "./mask.ts";
import { type NetworkFailure, networkFailureOf } from "./network-failure.ts";
import { otrTextOf } from "./otr-text.ts";
import { replyFields } from "./reply-fields.ts";
import { retryAfterSeconds } from "./retry-after.ts";
import type { Wire, WireResponse } from "./wire.ts";

/** One request to OTR. `private` keeps a successful answer's words out of the exchange record (OTR §6.2). */
export type OtrRequest = {
  method: "GET" | "POST";
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  timeoutMs: number;
  private?: boolean;
};

/** An answer of any status. `json` is undefined when the body is empty or not JSON; `text` is worked out when asked for. */
export type OtrAnswer = {
  kind: "answer";
  status: number;
  body: string;
  json: unknown;
  readonly text: string | undefined;
  retryAfterSeconds: number | null;
  exchange: Exchange;
};

/** No answer, or one that broke off. */
export type NoAnswer = { kind: "no_answer"; failure: NetworkFailure; exchange: Exchange };

/** What is needed to talk to one OTR address; `baseUrl` has no slash at its end. */
export type Transport = { baseUrl: string; fetch: Wire; clock: Clock; mask: Mask };

const maxBodyBytes = 1024 * 1024;
const maxTextLength = 2000;
const requestIdHeaders = [
  "x-request-id",
  "request-id",
  "x-correlation-id",
  "apim-request-id",
  "x-ms-request-id",
];

/** Sends one request once. Never throws; never follows a redirect, which could carry secrets elsewhere. */
export async function sendOnce(transport: Transport, request: OtrRequest): Promise<OtrAnswer | NoAnswer> {
  const started = performance.now();
  const record = (rest: Partial<Exchange>): Exchange => ({
    method: request.method,
    path: request.path,
    durationMs: Math.round(performance.now() - started),
    ...rest,
  });
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new DOMException("no answer in time", "TimeoutError")),
    request.timeoutMs,
  );
  let httpStatus: number | undefined;
  try {
    const response = await transport.fetch(urlOf(transport.baseUrl, request), {
      method: request.method,
      headers: { Accept: "application/json", ...request.headers },
      body: request.body,
      redirect: "manual",
      signal: deadline.signal,
    });
    httpStatus = response.status;
    const body = (await readText(response)).trim();
    const json = parseGuarded(body);
    let text: { masked: string | undefined } | undefined;
    const textOnce = () => {
      text ??= { masked: maskedText(transport.mask, body, json) };
      return text.masked;
    };
    return {
      kind: "answer",
      status: response.status,
      body,
      json,
      get text() {
        return textOnce();
      },
      retryAfterSeconds: response.ok
        ? null
        : retryAfterSeconds(response.headers.get("retry-after"), textOnce(), transport.clock()),
      exchange: record({
        httpStatus,
        requestId: requestIdOf(response.headers),
        otrText: isForAudit(response.ok, request, json) ? textOnce() : undefined,
      }),
    };
  } catch (thrown) {
    const failure = networkFailureOf(deadline.signal.aborted ? deadline.signal.reason : thrown);
    const partly = httpStatus !== undefined;
    return {
      kind: "no_answer",
      failure: partly ? { ...failure, reachedOtr: "perhaps" } : failure,
      exchange: record({ httpStatus }),
    };
  } finally {
    clearTimeout(timer);
  }
}

// A success speaks only through a message or by not being JSON; its content is not the audit trail's business.
function isForAudit(ok: boolean, request: OtrRequest, json: unknown): boolean {
  if (!ok) return true;
  return !request.private && (json === undefined || Boolean(replyFields(json)?.text("message")));
}

function urlOf(baseUrl: string, request: OtrRequest): string {
  const query = request.query ? `?${new URLSearchParams(request.query)}` : "";
  return `${baseUrl}${request.path}${query}`;
}

async function readText(response: WireResponse): Promise<string> {
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > maxBodyBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseGuarded(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function maskedText(mask: Mask, body: string, json: unknown): string | undefined {
  const text = otrTextOf(mask.apply(body), json);
  return text === undefined ? undefined : mask.apply(text).slice(0, maxTextLength);
}

function requestIdOf(headers: WireResponse["headers"]): string | undefined {
  for (const name of requestIdHeaders) {
    const value = headers.get(name);
    if (value) return value.slice(0, 200);
  }
  return undefined;
}
