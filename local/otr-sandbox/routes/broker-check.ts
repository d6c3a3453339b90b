import type { BrokerCheckReply } from "#server/otr/api-types.ts";
import { type Call, lastSegment } from "../call.ts";
import { json, serviceError } from "../replies.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Reply } from "../sandbox-types.ts";

/** Looks a broker up by the exact digits given: leading zeros miss, as in production (OTR §4). */
export function answerBrokerCheck(call: Call, sandbox: Sandbox): Reply {
  const mc = lastSegment(call.url);
  const broker = sandbox.data.brokers.get(mc);
  if (!broker) return serviceError(404, "Broker not found");
  return json(200, {
    id: String(8000 + Number(mc)),
    Name: broker.name,
    McNumber: mc,
    BrokerTestResult: broker.result,
    NoBuy: broker.noBuy,
    ResponseStatus: 200,
  } satisfies BrokerCheckReply);
}
