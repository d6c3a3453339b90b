import { describe, expect, test } from "vitest";
import { createInvoice } from "./create-invoice.ts";
import { createInvoiceBody } from "./mapper.ts";
import { credentials, draft, expected, openDesk } from "./testing/open-desk.ts";

const body = createInvoiceBody(draft);

describe("before the create is sent", () => {
  test("a rejected sign-in is final, and remembered so that a batch can't lock the account", async () => {
    const desk = await openDesk();
    const client = desk.clientWith({ credentials: { ...credentials, password: "wrong" } });
    expect(await createInvoice(client, body, expected)).toMatchObject({ kind: "credentials_rejected" });
    expect(await createInvoice(client, body, expected)).toMatchObject({ kind: "credentials_rejected" });
    expect(await desk.received("token")).toBe(1);
    expect(await desk.received("create-invoice")).toBe(0);
    desk.advance(301_000);
    await createInvoice(client, body, expected);
    expect(await desk.received("token")).toBe(2);
  });

  test("a sign-in that fails three times is not_sent and retryable", async () => {
    const desk = await openDesk();
    await desk.control.injectFault({ kind: "server_error_500", route: "token", times: 3 });
    expect(await createInvoice(desk.client, body, expected)).toMatchObject({
      kind: "not_sent",
      reason: "sign_in_unavailable",
      retryable: true,
      cause: "server_error",
      exchange: { path: "/auth/token", httpStatus: 500 },
    });
    expect(await desk.received("create-invoice")).toBe(0);
    expect(desk.waits).toEqual([300, 600]);
  });

  test("a wrong subscription key is configuration, without a retry", async () => {
    const desk = await openDesk();
    const client = desk.clientWith({ subscriptionKey: "wrong" });
    expect(await createInvoice(client, body, expected)).toMatchObject({
      kind: "configuration",
      httpStatus: 401,
    });
    expect(await desk.received("token")).toBe(1);
  });

  test("a connection that OTR refuses is not_sent: nothing can exist there", async () => {
    const [desk, closed] = [await openDesk(), await openDesk()];
    await closed.close();
    const client = desk.clientWith({
      fetch: (url, init) =>
        fetch(String(url).replace(`${desk.baseUrl}/invoices`, `${closed.baseUrl}/invoices`), init),
    });
    expect(await createInvoice(client, body, expected)).toMatchObject({
      kind: "not_sent",
      reason: "otr_unreachable",
      cause: "refused",
    });
  });
});
