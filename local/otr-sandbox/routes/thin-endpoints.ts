import type { Call } from "../call.ts";
import { invalidRequest, json } from "../replies.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Reply } from "../sandbox-types.ts";

/** Broker details of an unverified shape (OTR §9.1). */
export function answerCustomerSummary(call: Call, sandbox: Sandbox): Reply {
  const key = call.url.searchParams.get("customerPKey");
  if (!key) return invalidRequest;
  const broker = sandbox.data.brokers.get(String(Number(key) - 8000));
  return json(200, { PKey: key, Name: broker?.name ?? null });
}

/** Says that gateway and service answer (OTR §9.2). */
export function answerHealthcheck(): Reply {
  return json(200, { status: "Healthy" });
}
