import { type AnyTRPCProcedure, callTRPCProcedure, getTRPCErrorFromUnknown } from "@trpc/server";
import { z } from "zod";
import type { Actor } from "#server/auth/actor.ts";
import { appRouter } from "../root.ts";

export type Outcome = { code: "ok"; data: unknown } | { code: string; message: string };

const isProcedure = (value: unknown) => typeof value === "function" && "_def" in value;

/** By path, "slice.procedure"; the router's type shows them nested. */
const procedures = z
  .record(z.string(), z.custom<AnyTRPCProcedure>(isProcedure))
  .parse(appRouter._def.procedures);

/** The path of every procedure there is. */
export const allPaths = Object.keys(procedures);

/** What a procedure says of itself. */
export function describeProcedure(path: string) {
  return z
    .object({ _def: z.object({ meta: z.unknown(), inputs: z.array(z.instanceof(z.ZodType)) }) })
    .parse({ _def: { ...procedures[path]?._def } })._def;
}

/** Calls a procedure as somebody; undefined is somebody who isn't signed in. */
export async function call(path: string, actor: Actor | undefined, input?: unknown): Promise<Outcome> {
  try {
    const data = await callTRPCProcedure({
      router: appRouter,
      path,
      ctx: { actor, requestId: "test", sameOrigin: true },
      type: procedures[path]?._def.type ?? "query",
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    });
    return { code: "ok", data };
  } catch (thrown) {
    const { code, message } = getTRPCErrorFromUnknown(thrown);
    return { code, message };
  }
}

/** The names of ids in a procedure's input, however deep: "subsidiaryId", "loadIds", "id". */
export function idsInInput(path: string): string[] {
  const schemas = describeProcedure(path).inputs.map((input) =>
    z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
  );
  return [...JSON.stringify(schemas).matchAll(/"(id|ids|\w+Ids?)":/g)].map(([, name]) => name ?? "");
}
