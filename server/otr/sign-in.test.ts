import { describe, expect, test } from "vitest";
import { brokerCheck } from "./broker-check.ts";
import { createInvoice } from "./create-invoice.ts";
import { createInvoiceBody } from "./mapper.ts";
import { signIn } from "./sign-in.ts";
import { credentials, draft, type expected, openDesk } from "./testing/open-desk.ts";

const numbers = Array.from({ length: 12 }, (_, index) => ({
  invoiceNo: String(70_000 + index),
  poNumber: `PO${index}`,
}));

describe("the Integrations page's three answers", () => {
  test("connected", async () => {
    const desk = await openDesk();
    expect(await signIn(desk.client)).toMatchObject({
      kind: "connected",
      exchange: { method: "POST", path: "/auth/token", httpStatus: 200 },
    });
  });

  test.each([400, 401] as const)(
    "rejected, when OTR answers %d; tried once",
    async (badCredentialsStatus) => {
      const desk = await openDesk({ sandbox: { choices: { badCredentialsStatus } } });
      const client = desk.clientWith({ credentials: { ...credentials, password: "wrong" } });
      expect(await signIn(client)).toMatchObject({ kind: "rejected", otrText: "invalid_grant" });
      expect(await desk.received("token")).toBe(1);
    },
  );

  test.each([
    ["500", { kind: "server_error_500" }, "server_error"],
    ["a maintenance page", { kind: "html_200" }, "unreadable_reply"],
    ["an empty answer", { kind: "empty_200" }, "unreadable_reply"],
    ["a reset", { kind: "drop_before" }, "reset"],
  ] as const)("unreachable, when each of three tries meets %s", async (_name, fault, why) => {
    const desk = await openDesk();
    await desk.control.injectFault({ ...fault, route: "token", times: 3 });
    expect(await signIn(desk.client)).toMatchObject({ kind: "unreachable", why });
    expect(await desk.received("token")).toBe(3);
    expect(await signIn(desk.client)).toMatchObject({ kind: "connected" });
  });

  test("unreachable, when nothing listens or our own key is wrong: neither speaks about the password", async () => {
    const desk = await openDesk();
    expect(await signIn(desk.clientWith({ subscriptionKey: "wrong" }))).toMatchObject({
      why: "configuration",
    });
    const nobody = desk.clientWith({ baseUrl: "http://127.0.0.1:1/carrier-tms/2" });
    expect(await signIn(nobody)).toMatchObject({ kind: "unreachable" });
  });

  test("a sign-in on the page passes what is remembered about a refused login", async () => {
    const desk = await openDesk({ sandbox: { logins: [] } });
    expect(await signIn(desk.client)).toMatchObject({ kind: "rejected" });
    await desk.control.seedLogins({
      logins: [{ ...credentials, usdotNumbers: ["3104488"], clientName: "S" }],
    });
    expect(await signIn(desk.client)).toMatchObject({ kind: "connected" });
  });

  test("a short Retry-After is waited out, a long one is left to the caller", async () => {
    const desk = await openDesk();
    await desk.control.injectFault({ kind: "throttled_429", route: "token", retryAfter: 2 });
    expect(await signIn(desk.client)).toMatchObject({ kind: "connected" });
    expect(desk.waits).toEqual([2000]);
    await desk.control.injectFault({ kind: "throttled_429", route: "token", retryAfter: 60 });
    expect(await signIn(desk.client)).toMatchObject({
      kind: "unreachable",
      why: "throttled",
      afterSeconds: 60,
    });
  });
});

describe("one token serves all", () => {
  test("twelve invoices at once sign in once", async () => {
    const desk = await openDesk();
    await Promise.all(numbers.map((number) => create(desk.client, number)));
    expect(await desk.received("token")).toBe(1);
    expect(await desk.control.listInvoices()).toHaveLength(12);
  });

  test("clients of the same login share it; another password or address does not", async () => {
    const desk = await openDesk();
    await signIn(desk.client);
    await brokerCheck(desk.clientWith({}), "412907");
    expect(await desk.received("token")).toBe(1);
    await brokerCheck(desk.clientWith({ credentials: { ...credentials, password: "other" } }), "412907");
    expect(await desk.received("token")).toBe(2);
  });

  test("it is renewed when less than 300 s are left", async () => {
    const desk = await openDesk();
    await signIn(desk.client);
    desk.advance((7199 - 301) * 1000);
    await brokerCheck(desk.client, "412907");
    expect(await desk.received("token")).toBe(1);
    desk.advance(2000);
    await brokerCheck(desk.client, "412907");
    expect(await desk.received("token")).toBe(2);
  });

  test("expired in the middle of a batch: every invoice is created, with one new sign-in", async () => {
    const desk = await openDesk();
    await signIn(desk.client);
    await desk.control.expireTokens();
    const outcomes = await Promise.all(numbers.map((number) => create(desk.client, number)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(numbers.map(() => "created"));
    expect(await desk.received("token")).toBe(2);
  });
});

function create(client: Parameters<typeof createInvoice>[0], number: typeof expected) {
  return createInvoice(client, createInvoiceBody({ ...draft, ...number }), number);
}
