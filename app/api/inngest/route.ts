import { serve } from "inngest/next";
import { NextRequest } from "next/server";
import { inngest } from "#inngest/client.ts";
import { buildFunctions } from "#inngest/functions/index.ts";
import { env } from "#server/env.ts";
import { boundedRequest, MOST_STEP_BYTES } from "#server/kernel/body-limit.ts";

export const dynamic = "force-dynamic";

let served: ReturnType<typeof serve> | undefined;

function handlers() {
  served ??= serve({ client: inngest, functions: configuredFunctions() });
  return served;
}

function configuredFunctions() {
  const { OTR_CONCURRENCY, NIGHTLY_SYNCS_AT_ONCE } = env();
  return buildFunctions({ concurrency: OTR_CONCURRENCY, nightlySyncs: NIGHTLY_SYNCS_AT_ONCE });
}

type Handlers = ReturnType<typeof serve>;

// A signature can only be checked once the whole body is read, so anybody's is.
const bounded = (request: NextRequest) => new NextRequest(boundedRequest(request, MOST_STEP_BYTES));

export const GET: Handlers["GET"] = (...call) => handlers().GET(...call);
export const POST: Handlers["POST"] = (request, ...rest) => handlers().POST(bounded(request), ...rest);
export const PUT: Handlers["PUT"] = (request, ...rest) => handlers().PUT(bounded(request), ...rest);
