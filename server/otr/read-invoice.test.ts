import { describe, expect, test } from "vitest";
import type { Choices } from "#local/otr-sandbox/choices.ts";
import type { FaultRequest } from "#local/otr-sandbox/faults.ts";
import { createInvoice } from "./create-invoice.ts";
import { createInvoiceBody } from "./mapper.ts";
import { readInvoice } from "./read-invoice.ts";
import { draft, expected, openDesk } from "./testing/open-desk.ts";

async function openDeskWithInvoice(choices: Partial<Choices> = {}) {
  const desk = await openDesk({ sandbox: { choices } });
  const created = await createInvoice(
    desk.client,
    createInvoiceBody({ ...draft, amountCents: 185_005 }),
    expected,
  );
  if (created.kind !== "created") throw new Error(created.kind);
  return { ...desk, pkey: created.otrInvoicePkey };
}

describe("a status", () => {
  test("comes with the amount in cents, the lane in single spaces and the date as it was sent", async () => {
    const desk = await openDeskWithInvoice();
    expect(await readInvoice(desk.client, desk.pkey, "60417")).toMatchObject({
      kind: "status",
      code: 1,
      raw: "1",
      modifiedRaw: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d$/),
      unitPriceCents: 185_005,
      description: "Ln: JOLIET,IL To TOLEDO,OH",
      exchange: { method: "GET", path: "/invoices", httpStatus: 200 },
    });
  });

  test.each([
    [3, 3, "3"],
    [12, 12, "12"],
    ["7", 7, "7"],
    ["Paid", null, "Paid"],
  ])("%j is passed on as it is, known or not", async (status, code, raw) => {
    const desk = await openDeskWithInvoice();
    await desk.control.setStatus({ pkey: desk.pkey, status });
    expect(await readInvoice(desk.client, desk.pkey, "60417")).toMatchObject({ kind: "status", code, raw });
  });

  test("is read from items in an array, an array around it, and keys in another casing", async () => {
    const desk = await openDeskWithInvoice({ invoiceItems: "array" });
    for (const kind of ["array_reply", "wrong_case_keys"] as const) {
      await desk.control.injectFault({ kind, route: "read-invoice" });
      const outcome = await readInvoice(desk.client, desk.pkey, "60417");
      expect(outcome).toMatchObject({ kind: "status", code: 1, unitPriceCents: 185_005 });
    }
  });

  test("asks for one key, with key and token, and never posts", async () => {
    const desk = await openDeskWithInvoice();
    await desk.control.clearRequests();
    await readInvoice(desk.client, desk.pkey, "60417");
    expect(await desk.control.listRequests()).toMatchObject([
      { method: "GET", query: `?invoicePkeys=${desk.pkey}`, hasKey: true, hasBearer: true },
    ]);
  });
});

describe("another carrier's invoice", () => {
  test("is discarded: nothing of its content is in the outcome", async () => {
    const desk = await openDeskWithInvoice();
    const outcome = await readInvoice(desk.client, desk.pkey, "our own number");
    expect(outcome.kind).toBe("mismatch");
    expect(JSON.stringify(outcome)).not.toMatch(/60417|JOLIET|1850/);
  });

  test("is in no audit text either, whatever an answer to a read holds", async () => {
    const desk = await openDeskWithInvoice();
    await desk.control.injectFault({ kind: "html_200", route: "read-invoice" });
    const { exchange } = await readInvoice(desk.client, desk.pkey, "60417");
    expect(exchange.otrText).toBeUndefined();
  });

  test("is not readable where OTR scopes reads", async () => {
    const desk = await openDeskWithInvoice({ scopedReads: true });
    const other = desk.clientWith({
      credentials: { username: "billing@north-river.test", password: "sandbox-password-2" },
    });
    expect(await readInvoice(other, desk.pkey, "60417")).toMatchObject({
      kind: "unavailable",
      why: "not_found",
    });
  });
});

describe("not readable now is never deleted", () => {
  test.each([
    [404, "not_found"],
    [204, "empty_reply"],
    ["empty_array", "empty_reply"],
  ] as const)("an unknown key answered with %s", async (unknownRead, why) => {
    const desk = await openDesk({ sandbox: { choices: { unknownRead } } });
    expect(await readInvoice(desk.client, 1, "60417")).toMatchObject({ kind: "unavailable", why });
  });

  test.each<[FaultRequest["kind"], string, number]>([
    ["server_error_500", "server_error", 3],
    ["maintenance_503", "server_error", 3],
    ["drop_before", "reset", 3],
    ["empty_200", "empty_reply", 1],
    ["html_200", "unreadable_reply", 1],
  ])("%s on every try", async (kind, why, tries) => {
    const desk = await openDeskWithInvoice();
    await desk.control.injectFault({ kind, route: "read-invoice", times: null });
    expect(await readInvoice(desk.client, desk.pkey, "60417")).toMatchObject({ kind: "unavailable", why });
    expect(await desk.received("read-invoice")).toBe(tries);
  });

  test("a passing 500 or reset is tried again within the call", async () => {
    const desk = await openDeskWithInvoice();
    await desk.control.injectFault({ kind: "server_error_500", route: "read-invoice" });
    await desk.control.injectFault({ kind: "drop_before", route: "read-invoice" });
    expect(await readInvoice(desk.client, desk.pkey, "60417")).toMatchObject({ kind: "status" });
    expect(desk.waits).toEqual([300, 600]);
  });
});

describe("answers that stop a run", () => {
  test.each<[FaultRequest, object]>([
    [
      { kind: "throttled_429", retryAfter: 60 },
      { kind: "throttled", afterSeconds: 60 },
    ],
    [{ kind: "gateway_404" }, { kind: "configuration", httpStatus: 404 }],
    [{ kind: "gateway_403" }, { kind: "configuration", httpStatus: 403 }],
    [{ kind: "service_401", times: 2 }, { kind: "not_enabled" }],
  ])("%j", async (fault, outcome) => {
    const desk = await openDeskWithInvoice();
    await desk.control.injectFault({ ...fault, route: "read-invoice" });
    expect(await readInvoice(desk.client, desk.pkey, "60417")).toMatchObject(outcome);
  });
});
