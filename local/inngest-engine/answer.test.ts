import { expect, test } from "vitest";
import { readAnswer } from "./answer.ts";

const now = new Date("2026-01-01T00:00:00Z");
const sdk = { "x-inngest-sdk": "js:v4" };
const read = (status: number, headers: Record<string, string>, body: unknown) =>
  readAnswer({ status, headers: { ...sdk, ...headers }, text: JSON.stringify(body) }, now);

test("an answer that isn't the SDK's is a failed attempt, even with a 200", () => {
  const answer = readAnswer({ status: 200, headers: {}, text: "<html>it works</html>" }, now);
  expect(answer).toMatchObject({ kind: "failed", error: { message: expect.stringContaining("it works") } });
});

test("a 200 is the function's result, a 206 its opcodes", () => {
  expect(read(200, {}, { a: 1 })).toEqual({ kind: "returned", output: { a: 1 } });
  const ops = [{ id: "x", op: "StepRun", data: 1 }];
  expect(read(206, { "x-inngest-req-version": "1" }, ops)).toMatchObject({
    kind: "ops",
    ops,
    requestVersion: 1,
  });
  expect(read(206, {}, ops[0])).toMatchObject({ kind: "ops", ops });
  expect(read(206, {}, [{ id: "x", op: "None" }])).toMatchObject({ kind: "ops", ops: [] });
});

test("no-retry decides whether an error is final, Retry-After when it is tried again", () => {
  const error = { name: "Error", message: "m" };
  expect(read(400, { "x-inngest-no-retry": "true" }, error)).toEqual({ kind: "refused", error });
  expect(read(500, { "x-inngest-no-retry": "false" }, error)).toMatchObject({ kind: "failed", error });
  const inTen = new Date(now.getTime() + 10_000);
  expect(read(500, { "retry-after": "10" }, error)).toMatchObject({ retryAfter: inTen });
  expect(read(500, { "retry-after": inTen.toISOString() }, error)).toMatchObject({ retryAfter: inTen });
});

test("a streamed answer is read from the end of its body", () => {
  const inner = { status: 200, headers: {}, body: JSON.stringify({ done: true }) };
  const text = `   ${JSON.stringify(inner)}`;
  expect(readAnswer({ status: 201, headers: sdk, text }, now)).toEqual({
    kind: "returned",
    output: { done: true },
  });
});
