import { applyFault, type FaultyReply } from "./apply-fault.ts";
import type { Call, Handler } from "./call.ts";
import type { Fault } from "./faults.ts";
import { allowCall } from "./rate-limit.ts";
import { invalidKey, missingKey, notAuthorized, tooManyCalls } from "./replies.ts";
import { answerBrokerCheck } from "./routes/broker-check.ts";
import { answerCreateInvoice } from "./routes/create-invoice.ts";
import { answerFileUpload } from "./routes/file-upload.ts";
import { answerReadInvoice } from "./routes/read-invoice.ts";
import { answerCustomerSummary, answerHealthcheck } from "./routes/thin-endpoints.ts";
import { answerToken } from "./routes/token.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Login, Reply, RouteName } from "./sandbox-types.ts";

const handlers = {
  token: answerToken,
  "broker-check": answerBrokerCheck,
  "create-invoice": answerCreateInvoice,
  "read-invoice": answerReadInvoice,
  "file-upload": answerFileUpload,
  "customer-summary": answerCustomerSummary,
  healthcheck: answerHealthcheck,
} satisfies Record<RouteName, Handler>;

const bearerRoutes = new Set<RouteName>(["create-invoice", "read-invoice", "file-upload"]);

/** What the server needs around a call: waiting that ends with the server, and the fault that was taken. */
export type CallContext = { wait: (ms: number) => Promise<void>; takeFault: () => Fault | undefined };

/** Answers one call of a known route, in the order of checks of OTR §12.1. */
export async function handleCall(call: Call, sandbox: Sandbox, context: CallContext): Promise<FaultyReply> {
  const key = call.headers["ocp-apim-subscription-key"];
  if (key === undefined) return missingKey;
  if (!sandbox.subscriptionKeys.has(String(key))) return invalidKey;
  const proceed = () => answer(call, sandbox, context.wait);
  const fault = context.takeFault();
  return fault ? applyFault(fault, proceed, context.wait) : proceed();
}

async function answer(call: Call, sandbox: Sandbox, wait: (ms: number) => Promise<void>): Promise<Reply> {
  const limit = sandbox.data.choices.rateLimitPerSecond;
  if (limit !== null && !allowCall(sandbox, limit)) return tooManyCalls(1);
  const login = loginOf(call, sandbox);
  if (!login && needsBearer(call.route, sandbox)) return notAuthorized;
  const latencyMs = sandbox.data.latency[call.route] ?? 0;
  const started = performance.now();
  if (latencyMs > 0) await wait(latencyMs / 2);
  const reply = await handlers[call.route](call, sandbox, login);
  await sandbox.saved();
  // Timers run late by a millisecond or so: what the first one took too long, the second one makes up for.
  const leftMs = Math.floor(latencyMs - (performance.now() - started));
  if (leftMs > 0) await wait(leftMs);
  return reply;
}

function needsBearer(route: RouteName, sandbox: Sandbox): boolean {
  if (route === "customer-summary") return sandbox.data.choices.bearerOnCustomerSummary;
  return bearerRoutes.has(route);
}

function loginOf(call: Call, sandbox: Sandbox): Login | undefined {
  const token = /^Bearer (\S+)$/.exec(call.headers.authorization ?? "")?.[1];
  const username = token && sandbox.tokens.usernameOf(token, sandbox.now());
  return username ? sandbox.data.logins.get(username) : undefined;
}
