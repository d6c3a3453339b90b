import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { FaultRequest } from "#local/otr-sandbox/faults.ts";
import { createInvoice } from "./create-invoice.ts";
import { createInvoiceBody } from "./mapper.ts";
import { draft, expected, openDesk } from "./testing/open-desk.ts";

const body = createInvoiceBody(draft);

describe("a first create", () => {
  test("sends exactly the body it was given and returns OTR's key and the broker OTR matched", async () => {
    const desk = await openDesk();
    const outcome = await createInvoice(desk.client, body, expected);

    expect(outcome).toMatchObject({
      kind: "created",
      otrInvoicePkey: 31_877_204,
      brokerName: "PRAIRIE LANTERN LOGISTICS LLC",
      clientName: "SAMPLE HAULING INC (MC-555010)",
      exchange: { method: "POST", path: "/invoices", httpStatus: 201, requestId: expect.any(String) },
    });
    const [request] = await desk.control.listRequests({ route: "create-invoice" });
    expect(request).toMatchObject({ hasKey: true, hasBearer: true, contentType: "application/json" });
    expect(request?.bodySha256).toBe(createHash("sha256").update(body).digest("hex"));
  });

  test("is the only one: two at the same moment give one invoice and one already_exists", async () => {
    const desk = await openDesk();
    const outcomes = await Promise.all([
      createInvoice(desk.client, body, expected),
      createInvoice(desk.client, body, expected),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["already_exists", "created"]);
    expect(
      new Set(outcomes.map((outcome) => "otrInvoicePkey" in outcome && outcome.otrInvoicePkey)).size,
    ).toBe(1);
    expect(await desk.control.listInvoices()).toHaveLength(1);
  });
});

describe("OTR's refusals", () => {
  test("an unknown MC (204, empty) is broker_unknown and creates nothing", async () => {
    const desk = await openDesk();
    const unknownBroker = createInvoiceBody({ ...draft, mcNumber: "999999" });
    expect(await createInvoice(desk.client, unknownBroker, expected)).toMatchObject({
      kind: "broker_unknown",
      exchange: { httpStatus: 204 },
    });
    expect(await desk.control.listInvoices()).toHaveLength(0);
  });

  test("a broker OTR won't buy (402) carries OTR's own words", async () => {
    const desk = await openDesk();
    const notBought = createInvoiceBody({ ...draft, mcNumber: "618840" });
    expect(await createInvoice(desk.client, notBought, expected)).toMatchObject({
      kind: "broker_not_approved",
      otrText: "Broker Gray Harbor Brokerage is not approved for purchase.",
    });
  });

  test("the older field CustomerMC is invalid", async () => {
    const desk = await openDesk();
    const older = body.replace("BrokerMC", "CustomerMC");
    expect(await createInvoice(desk.client, older, expected)).toMatchObject({
      kind: "invalid",
      otrText: "Invalid Request",
    });
  });

  test("a USDOT number that is not enabled for the login ends after one fresh sign-in", async () => {
    const desk = await openDesk();
    const otherDot = createInvoiceBody({ ...draft, usdotNumber: "1111111" });
    expect(await createInvoice(desk.client, otherDot, expected)).toMatchObject({
      kind: "not_enabled",
      otrText: "Not Authorized",
    });
    expect(await desk.received("create-invoice")).toBe(2);
    expect(await desk.received("token")).toBe(2);
  });

  test.each<[string, FaultRequest, object]>([
    ["a gateway 401 is our own key", { kind: "gateway_401" }, { kind: "configuration", httpStatus: 401 }],
    ["a gateway 403 is our own quota", { kind: "gateway_403" }, { kind: "configuration", httpStatus: 403 }],
    ["a gateway 404 is our own address", { kind: "gateway_404" }, { kind: "configuration", httpStatus: 404 }],
    [
      "a 409 about another invoice is not adopted",
      { kind: "foreign_409" },
      { kind: "conflict", reason: "echo_differs", echo: { invoiceNo: "99001", poNumber: "ZZ-ELSEWHERE-1" } },
    ],
    [
      "a 409 without a key is held",
      { kind: "conflict_without_id" },
      { kind: "conflict", reason: "no_id", otrInvoicePkey: null, otrText: "conflict" },
    ],
    [
      "a 429 names its time",
      { kind: "throttled_429", retryAfter: 7 },
      { kind: "throttled", afterSeconds: 7 },
    ],
  ])("%s, and the create is sent once", async (_name, fault, outcome) => {
    const desk = await openDesk();
    await desk.control.injectFault({ ...fault, route: "create-invoice" });
    expect(await createInvoice(desk.client, body, expected)).toMatchObject(outcome);
    expect(await desk.received("create-invoice")).toBe(1);
    expect(desk.waits).toEqual([]);
  });

  test("a second invoice number under the same PO is a conflict with the first one's key and echo", async () => {
    const desk = await openDesk();
    await createInvoice(desk.client, body, expected);
    const second = createInvoiceBody({ ...draft, invoiceNo: "60418" });
    expect(await createInvoice(desk.client, second, { ...expected, invoiceNo: "60418" })).toMatchObject({
      kind: "conflict",
      reason: "echo_differs",
      otrInvoicePkey: 31_877_204,
      echo: { invoiceNo: "60417", poNumber: "PLL88213" },
    });
  });
});

describe("a lost or spoiled answer is unknown, never failed", () => {
  test.each<[string, FaultRequest, string]>([
    ["reset before the work", { kind: "drop_before" }, "reset"],
    ["reset after the commit", { kind: "drop_after_commit" }, "reset"],
    ["500", { kind: "server_error_500" }, "server_error"],
    ["500 after the commit", { kind: "server_error_500", afterCommit: true }, "server_error"],
    ["maintenance page with 503", { kind: "maintenance_503" }, "server_error"],
    ["empty 200", { kind: "empty_200" }, "empty_reply"],
    ["HTML with 200", { kind: "html_200", afterCommit: true }, "unreadable_reply"],
    ["201 without a key", { kind: "created_without_id" }, "no_id"],
    ["outside staging hours", { kind: "outside_hours" }, "server_error"],
    ["no answer in time", { kind: "delay", ms: 2000 }, "timeout"],
    ["no answer in time after the commit", { kind: "delay", ms: 2000, afterCommit: true }, "timeout"],
  ])("%s; the same body sent again settles it with one invoice", async (_name, fault, cause) => {
    const desk = await openDesk();
    // Little time only for what is to be given up: a busy machine takes longer over the others.
    const hasty = desk.clientWith({ config: { timeouts: { createMs: 500 } } });
    await desk.control.injectFault({ ...fault, route: "create-invoice", invoiceNo: draft.invoiceNo });
    const client = fault.kind === "delay" ? hasty : desk.client;
    expect(await createInvoice(client, body, expected)).toMatchObject({
      kind: "outcome_unknown",
      cause,
    });
    expect(await desk.received("create-invoice")).toBe(1);

    const again = await createInvoice(desk.client, body, expected);
    expect(["created", "already_exists"]).toContain(again.kind);
    const invoices = await desk.control.listInvoices();
    expect(invoices).toHaveLength(1);
    expect(again).toMatchObject({ otrInvoicePkey: invoices[0]?.pkey });
  });

  test("a 201 that echoes another invoice number is not adopted", async () => {
    const desk = await openDesk();
    const outcome = await createInvoice(desk.client, body, { ...expected, invoiceNo: "another" });
    expect(outcome).toMatchObject({ kind: "outcome_unknown", cause: "echo_mismatch" });
  });
});

describe("casing and wrapping of the answer don't matter", () => {
  test.each<FaultRequest>([{ kind: "wrong_case_keys" }, { kind: "array_reply" }])("$kind", async (fault) => {
    const desk = await openDesk();
    await desk.control.injectFault({ ...fault, route: "create-invoice" });
    expect(await createInvoice(desk.client, body, expected)).toMatchObject({ kind: "created" });
  });
});
