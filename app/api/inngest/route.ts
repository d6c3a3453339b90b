import { serve } from "inngest/next";
import { inngest } from "#inngest/client.ts";
import { buildFunctions } from "#inngest/functions/index.ts";
import { env } from "#server/env.ts";

export const dynamic = "force-dynamic";

let served: ReturnType<typeof serve> | undefined;

function handlers() {
  served ??= serve({ client: inngest, functions: buildFunctions({ concurrency: env().OTR_CONCURRENCY }) });
  return served;
}

export const GET: ReturnType<typeof serve>["GET"] = (...call) => handlers().GET(...call);
export const POST: ReturnType<typeof serve>["POST"] = (...call) => handlers().POST(...call);
export const PUT: ReturnType<typeof serve>["PUT"] = (...call) => handlers().PUT(...call);
