import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "#db/testing/test-database.ts";
import { matchColumnsSchema } from "#server/imports/schemas.ts";
import { MOST_BODY_BYTES, MOST_CALLS } from "#server/kernel/body-limit.ts";
import { newId } from "#server/kernel/ids.ts";
import { answerTrpc } from "./answer-trpc.ts";
import { allPaths, describeProcedure } from "./testing/call.ts";

await testDatabase();

/** As many calls as `count` in one request, by somebody who isn't signed in. */
async function batch(count: number, headers: Record<string, string> = {}) {
  const paths = Array.from({ length: count }, () => "loads.release").join(",");
  const request = new Request(`http://127.0.0.1/api/trpc/${paths}?batch=1`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: "{}",
  });
  const response = await answerTrpc(request);
  return { status: response.status, answers: [await response.json()].flat().length };
}

describe("one request can't ask for the whole server", () => {
  it("is answered with as many calls as it may hold, and refused with one more", async () => {
    expect(await batch(MOST_CALLS)).toEqual({ status: 401, answers: MOST_CALLS });
    expect(await batch(MOST_CALLS + 1)).toEqual({ status: 400, answers: 1 });
  });

  it.each([
    [{ "content-length": String(MOST_BODY_BYTES + 1) }, 413],
    [{ "content-length": String(MOST_BODY_BYTES) }, 401],
    // A body whose end nobody knows.
    [{ "transfer-encoding": "chunked" }, 411],
  ])("with %j is answered %d before its body is read", async (headers, status) => {
    expect((await batch(1, headers)).status).toBe(status);
  });
});

test.each(allPaths)("no list in the input of %s is without a bound", (path) => {
  const inputs = describeProcedure(path).inputs.map((input) =>
    z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
  );
  expect(unboundedIn(inputs)).toEqual([]);
});

test("a file's columns are matched with no more fields than a row has", () => {
  const mapping = Object.fromEntries(
    Array.from({ length: 101 }, (_, index) => [`f${index}`, { value: "x" }]),
  );
  expect(matchColumnsSchema.safeParse({ importId: newId("import"), mapping }).success).toBe(false);
});

/** Where a JSON schema has arrays of any length. */
function unboundedIn(schema: unknown, place = "input"): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inside = Object.entries(schema).flatMap(([key, value]) => unboundedIn(value, `${place}.${key}`));
  const isOpen = "type" in schema && schema.type === "array" && !("maxItems" in schema);
  return isOpen ? [place, ...inside] : inside;
}
