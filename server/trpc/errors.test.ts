import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { AppError, type ErrorCode } from "#server/kernel/errors.ts";
import type { RequestContext } from "./context.ts";
import { router, signedInProcedure } from "./init.ts";

await testDatabase();

const fail = (error: () => Error) =>
  signedInProcedure.query(() => {
    throw error();
  });

const testRouter = router({
  refused: signedInProcedure.input(z.object({ code: z.custom<ErrorCode>(() => true) })).query(({ input }) => {
    throw new AppError(input.code, "The sentence for people.", { retryable: input.code === "unavailable" });
  }),
  broken: fail(() => new Error("select * from secrets", { cause: new Error("password=hunter2") })),
  strict: signedInProcedure
    .input(
      z.object({
        name: z.string().min(1, "Give it a name."),
        lines: z.array(z.object({ cents: z.number({ error: "An amount is missing." }) })),
      }),
    )
    .query(() => "fine"),
  change: signedInProcedure.mutation(() => "changed"),
  stream: signedInProcedure.subscription(async function* () {
    yield "one";
    throw new AppError("not_signed_in", "Your session has ended.");
  }),
});

const { member } = await aCompany();
const context: RequestContext = { actor: member, requestId: "4f6a1c02", sameOrigin: true };

async function call(path: string, input?: unknown, ctx = context, method = "GET") {
  const query =
    method === "GET" && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : "";
  const response = await fetchRequestHandler({
    endpoint: "/t",
    req: new Request(`http://127.0.0.1/t/${path}${query}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "POST" && { body: "{}" }),
    }),
    router: testRouter,
    createContext: () => ctx,
  });
  return { status: response.status, text: await response.text() };
}

const errorOf = (text: string) => JSON.parse(text).error;

describe("what the client learns of an error", () => {
  it.each([
    ["not_signed_in", 401, "UNAUTHORIZED"],
    ["forbidden", 403, "FORBIDDEN"],
    ["not_found", 404, "NOT_FOUND"],
    ["invalid_input", 400, "BAD_REQUEST"],
    ["conflict", 409, "CONFLICT"],
    ["too_many_requests", 429, "TOO_MANY_REQUESTS"],
    ["unavailable", 503, "SERVICE_UNAVAILABLE"],
    ["internal", 500, "INTERNAL_SERVER_ERROR"],
  ])("is the sentence of a refusal, under the code of %s", async (code, status, trpcCode) => {
    const answer = await call("refused", { code });
    expect(answer.status).toBe(status);
    expect(errorOf(answer.text)).toMatchObject({
      message: "The sentence for people.",
      data: { code: trpcCode, retryable: code === "unavailable" },
    });
  });

  it("is a reference, and nothing of the message, cause or stack, of a fault", async () => {
    const answer = await call("broken");
    expect(answer.status).toBe(500);
    expect(errorOf(answer.text)).toMatchObject({
      message: expect.stringContaining("4f6a1c02"),
      data: { requestId: "4f6a1c02" },
    });
    expect(answer.text).not.toMatch(/secrets|hunter2|errors\.test|stack/);
  });

  it("is one sentence, and one per field, of a wrong input", async () => {
    const answer = await call("strict", { name: "", lines: [{ cents: 1 }, {}] });
    expect(answer.status).toBe(400);
    expect(errorOf(answer.text)).toMatchObject({
      message: "Give it a name.",
      data: { fieldErrors: { name: "Give it a name.", "lines.1.cents": "An amount is missing." } },
    });
  });

  it("is the code of a refusal that a stream ends with", async () => {
    const answer = await call("stream");
    expect(answer.text).toContain('"one"');
    expect(answer.text).toMatch(/event: serialized-error\ndata: .*Your session has ended.*UNAUTHORIZED/);
  });
});

describe("a change", () => {
  it("is refused when another site makes the browser ask for it, and done for our own page", async () => {
    expect(await call("change", undefined, { ...context, sameOrigin: false }, "POST")).toMatchObject({
      status: 403,
    });
    expect(await call("change", undefined, context, "POST")).toMatchObject({ status: 200 });
  });

  it("can't be asked for with a link", async () => {
    expect(await call("change")).toMatchObject({ status: 405 });
  });
});
