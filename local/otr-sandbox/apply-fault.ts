import type { CreateInvoiceReply } from "#server/otr/api-types.ts";
import type { Fault, FaultKind } from "./faults.ts";
import {
  empty,
  gatewayError,
  html,
  invalidKey,
  json,
  notAuthorized,
  tooManyCalls,
  unknownRoute,
} from "./replies.ts";
import type { Reply } from "./sandbox-types.ts";

/** An answer, or a cut connection. */
export type FaultyReply = Reply | "drop";

type Play = (
  fault: Fault,
  proceed: () => Promise<Reply>,
  wait: (ms: number) => Promise<void>,
) => Promise<FaultyReply>;

const defaultDelayMs = 1000;
const maintenancePage =
  "<html><head><title>Maintenance</title></head><body><h1>We'll be back soon</h1></body></html>";

const foreignEcho = {
  IsDuplicate: false,
  Message: null,
  invoicePkey: 31_800_001,
  invoiceNo: "99001",
  poNumber: "ZZ-ELSEWHERE-1",
  clientName: "ANOTHER CARRIER LLC (MC-900001)",
  invoiceExists: true,
  brokerName: "SOME OTHER BROKER INC",
} satisfies CreateInvoiceReply;

const plays = {
  delay: async ({ ms = defaultDelayMs, afterCommit }, proceed, wait) => {
    if (!afterCommit) await wait(ms);
    const reply = await proceed();
    if (afterCommit) await wait(ms);
    return reply;
  },
  drop_before: async () => "drop",
  drop_after_commit: async (_fault, proceed) => {
    await proceed();
    return "drop";
  },
  server_error_500: instead(() =>
    json(500, {
      statusCode: 500,
      message: "Internal server error",
      activityId: "5f0c1d52-0000-4000-8000-000000000001",
    }),
  ),
  maintenance_503: instead(() => html(503, maintenancePage)),
  empty_200: instead(() => empty(200)),
  html_200: instead(() => html(200, maintenancePage)),
  created_without_id: async (_fault, proceed) =>
    rewrite(await proceed(), (body) => {
      delete body.invoicePkey;
      return body;
    }),
  throttled_429: instead(({ retryAfter = 1 }) => throttled(retryAfter)),
  gateway_401: instead(() => invalidKey),
  gateway_403: instead(() =>
    gatewayError(403, "Out of call volume quota. Quota will be replenished in 01:00:00."),
  ),
  gateway_404: instead(() => unknownRoute),
  service_401: instead(() => notAuthorized),
  foreign_409: instead(() => json(409, foreignEcho)),
  conflict_without_id: instead(() => json(409, { message: "conflict" })),
  not_approved_402: instead(() => json(402, { message: "not approved" })),
  wrong_case_keys: async (_fault, proceed) =>
    rewrite(await proceed(), (body) =>
      Object.fromEntries(Object.entries(body).map(([key, value]) => [swapCase(key), value])),
    ),
  array_reply: async (_fault, proceed) => rewrite(await proceed(), (body) => [body]),
  outside_hours: instead(() => gatewayError(503, "The staging environment is open 08:00-23:00 US Eastern.")),
} satisfies Record<FaultKind, Play>;

/** Answers a call as its fault demands; `proceed` does the call's real work. */
export function applyFault(fault: Fault, proceed: () => Promise<Reply>, wait: (ms: number) => Promise<void>) {
  const play: Play = plays[fault.kind];
  return play(fault, proceed, wait);
}

function instead(replyOf: (fault: Fault) => Reply): Play {
  return async (fault, proceed) => {
    if (fault.afterCommit) await proceed();
    return replyOf(fault);
  };
}

function throttled(retryAfter: number | string | null): Reply {
  if (retryAfter === null) return gatewayError(429, "Rate limit is exceeded.");
  return typeof retryAfter === "number" ? tooManyCalls(retryAfter) : tooManyCalls(1, retryAfter);
}

function rewrite(reply: Reply, change: (body: Record<string, unknown>) => unknown): Reply {
  if (!reply.body.startsWith("{")) return reply;
  return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body))) };
}

function swapCase(key: string): string {
  return key.replace(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
