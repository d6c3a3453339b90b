import { describe, expect, test } from "vitest";
import { brokerCheck } from "./broker-check.ts";
import { createInvoice } from "./create-invoice.ts";
import { createLoginGate } from "./login-gate.ts";
import { createInvoiceBody } from "./mapper.ts";
import { signIn } from "./sign-in.ts";
import { draft, expected, openDesk } from "./testing/open-desk.ts";

const body = createInvoiceBody(draft);

describe("the pace of one login", () => {
  test.each([4, 2])(
    "never has more than %d calls under way, over all its clients",
    async (maxConcurrentCalls) => {
      const desk = await openDesk({
        sandbox: { latency: { "broker-check": 20 } },
        client: { config: { maxConcurrentCalls } },
      });
      const second = desk.clientWith({ config: { maxConcurrentCalls } });
      const clients = [desk.client, second];
      await Promise.all(
        Array.from({ length: 16 }, (_, index) => brokerCheck(clients[index % 2] ?? second, "412907")),
      );
      expect((await desk.control.summary()).peakConcurrency).toBe(maxConcurrentCalls);
    },
  );

  test("a 429 holds the whole login back without another call, until its time is over", async () => {
    const desk = await openDesk();
    await desk.control.injectFault({ kind: "throttled_429", route: "create-invoice", retryAfter: 40 });
    await createInvoice(desk.client, body, expected);
    desk.advance(10_000);
    const second = desk.clientWith({});
    expect(await createInvoice(second, body, expected)).toMatchObject({
      kind: "throttled",
      afterSeconds: 30,
    });
    expect(await brokerCheck(second, "412907")).toMatchObject({ why: "throttled", afterSeconds: 30 });
    expect(await desk.received("create-invoice")).toBe(1);
    expect(await desk.received("broker-check")).toBe(0);
    desk.advance(30_000);
    expect(await createInvoice(second, body, expected)).toMatchObject({ kind: "created" });
  });

  test("another login goes on meanwhile", async () => {
    const desk = await openDesk();
    await desk.control.injectFault({ kind: "throttled_429", route: "create-invoice", retryAfter: 40 });
    await createInvoice(desk.client, body, expected);
    const other = desk.clientWith({
      credentials: { username: "billing@north-river.test", password: "sandbox-password-2" },
    });
    expect(await signIn(other)).toMatchObject({ kind: "connected" });
  });
});

test("a call that throws frees its place, and calls start in the order they were asked", async () => {
  const gate = createLoginGate(1);
  const started: number[] = [];
  const failing = gate.run(() => Promise.reject(new Error("broken")), Date.now);
  const following = [1, 2, 3].map((number) => gate.run(async () => started.push(number), Date.now));
  await expect(failing).rejects.toThrow("broken");
  await Promise.all(following);
  expect(started).toEqual([1, 2, 3]);
});
