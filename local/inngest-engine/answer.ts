import { z } from "zod";
import type { AppResponse } from "./app-http.ts";

export type Opcode = z.infer<typeof opcode>;

/** What an app's answer to a call means. `error` is JSON as the app sent it. */
export type Answer =
  /** The app was never reached. */
  | { kind: "undelivered"; reason: string }
  /** The attempt failed; retry, at `retryAfter` if given. */
  | { kind: "failed"; error: unknown; retryAfter: Date | undefined }
  /** The function failed for good. */
  | { kind: "refused"; error: unknown }
  | { kind: "returned"; output: unknown }
  | { kind: "ops"; ops: Opcode[]; requestVersion: number; retryAfter: Date | undefined };

const opcode = z.looseObject({
  op: z.string(),
  id: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.looseObject({}).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** One opcode, a list of them, or the `None` that stands for nothing. */
export const opcodes = z
  .union([z.array(opcode), opcode.transform((op) => [op])])
  .transform((ops) => ops.filter(({ op }) => op !== "None"));

/** Reads an answer of the SDK; anything else that listens at the address is a failed attempt, even with a 200. */
export function readAnswer(response: AppResponse, now: Date): Answer {
  const { status, headers } = response;
  if (headers["x-inngest-sdk"] === undefined) {
    return failed(`the app answered ${status} without the SDK's header: ${response.text.slice(0, 200)}`);
  }
  const body = parseJson(response.text);
  if (body === undefined)
    return failed(`the app's answer (${status}) is not JSON: ${response.text.slice(0, 200)}`);
  if (status === 201) return readStreamed(body, headers, now);
  const retryAfter = readRetryAfter(headers["retry-after"], now);
  if (status === 200) return { kind: "returned", output: body };
  if (status === 206) {
    const ops = opcodes.safeParse(body);
    if (!ops.success) return failed(`the app's opcodes are not understood: ${ops.error.message}`);
    const requestVersion = Number(headers["x-inngest-req-version"] ?? 2);
    return { kind: "ops", ops: ops.data, requestVersion, retryAfter };
  }
  if (headers["x-inngest-no-retry"] === "true") return { kind: "refused", error: body };
  return { kind: "failed", error: body, retryAfter };
}

/** An attempt that failed outside the app's own code. */
export function failed(message: string): Answer {
  return { kind: "failed", error: { name: "InngestEngineError", message }, retryAfter: undefined };
}

const streamed = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string(),
});

/** A streaming app answers 201 at once; the real answer is the JSON at the end of its body. */
function readStreamed(body: unknown, headers: AppResponse["headers"], now: Date): Answer {
  const inner = streamed.safeParse(body);
  if (!inner.success || inner.data.status === 201)
    return failed("the app's streamed answer is not understood");
  return readAnswer(
    { status: inner.data.status, headers: { ...headers, ...inner.data.headers }, text: inner.data.body },
    now,
  );
}

function readRetryAfter(header: string | undefined, now: Date): Date | undefined {
  if (!header) return undefined;
  const date = /^\d+$/.test(header) ? new Date(now.getTime() + Number(header) * 1000) : new Date(header);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
