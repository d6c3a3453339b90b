import { describe, expect, test } from "vitest";
import type { FaultRequest } from "#local/otr-sandbox/faults.ts";
import { brokerCheck } from "./broker-check.ts";
import { credentials, openDesk } from "./testing/open-desk.ts";

describe("OTR's verdict", () => {
  test.each([
    ["412907", "approved", "Approved", false],
    ["530118", "call_credit", "Call Credit", false],
    ["618840", "no_buy", "NoBuy", true],
    ["700255", "call_credit", "NoBuy", false],
    ["700256", "no_buy", "Call Credit", true],
    ["MC-000371", "approved", "Approved", false],
  ])("MC %s is %s", async (mc, decision, rawText, noBuy) => {
    const desk = await openDesk();
    expect(await brokerCheck(desk.client, mc)).toMatchObject({
      decision,
      rawText,
      noBuy,
      brokerName: expect.any(String),
      otrBrokerId: expect.stringMatching(/^\d+$/),
      rawBody: expect.stringContaining("BrokerTestResult"),
      checkedAt: expect.stringMatching(/Z$/),
      exchange: { method: "GET", httpStatus: 200 },
    });
  });

  test("an MC that OTR doesn't know is not_found, a fact and not a failure", async () => {
    const desk = await openDesk();
    expect(await brokerCheck(desk.client, "999999")).toMatchObject({
      decision: "not_found",
      exchange: { path: "/broker-check/999999", httpStatus: 404, otrText: "Broker not found" },
    });
  });

  test("NoBuy true with the text Approved is no_buy, also with keys in another casing", async () => {
    const desk = await openDesk();
    await desk.control.seedBrokers({ brokers: [{ mc: "55", name: "N", result: "Approved", noBuy: true }] });
    await desk.control.injectFault({ kind: "wrong_case_keys", route: "broker-check" });
    expect(await brokerCheck(desk.client, "55")).toMatchObject({ decision: "no_buy" });
  });
});

describe("an answer that says nothing about the broker is unknown, with its reason", () => {
  test.each<[FaultRequest, object]>([
    [{ kind: "server_error_500", times: 3 }, { why: "server_error" }],
    [{ kind: "drop_before", times: 3 }, { why: "reset" }],
    [{ kind: "html_200" }, { why: "unreadable_reply" }],
    [{ kind: "empty_200" }, { why: "unreadable_reply" }],
    [{ kind: "gateway_404" }, { why: "configuration" }],
    [{ kind: "gateway_401" }, { why: "configuration" }],
    [
      { kind: "throttled_429", retryAfter: 30 },
      { why: "throttled", afterSeconds: 30 },
    ],
    [
      { kind: "throttled_429", retryAfter: null },
      { why: "throttled", afterSeconds: 15 },
    ],
    [{ kind: "service_401", times: 2 }, { why: "not_enabled" }],
  ])("%j", async (fault, why) => {
    const desk = await openDesk();
    await desk.control.injectFault({ ...fault, route: "broker-check" });
    expect(await brokerCheck(desk.client, "412907")).toMatchObject({ decision: "unknown", ...why });
  });

  test("rejected credentials", async () => {
    const desk = await openDesk();
    const client = desk.clientWith({ credentials: { ...credentials, password: "wrong" } });
    expect(await brokerCheck(client, "412907")).toMatchObject({
      decision: "unknown",
      why: "credentials_rejected",
    });
  });

  test("no answer in time", async () => {
    const desk = await openDesk({
      client: { config: { timeouts: { readMs: 500 }, retry: { attempts: 1 } } },
    });
    await desk.control.injectFault({ kind: "delay", ms: 2000, route: "broker-check" });
    expect(await brokerCheck(desk.client, "412907")).toMatchObject({ decision: "unknown", why: "timeout" });
  });
});

test("text without digits is a mistake of the caller, not a question for OTR", async () => {
  const desk = await openDesk();
  await expect(brokerCheck(desk.client, "MC")).rejects.toThrow(TypeError);
  expect(await desk.received("broker-check")).toBe(0);
});
