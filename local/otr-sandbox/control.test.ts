import { describe, expect, test } from "vitest";
import { mixedStatus } from "./automatic-mode.ts";
import { connectControl } from "./control/connect-control.ts";
import { createBody, openSandbox } from "./testing/open-sandbox.ts";

describe("over HTTP", () => {
  test("does what it does in process", async () => {
    const { url, create } = await openSandbox();
    const remote = connectControl(url);
    const brokers = Array.from({ length: 40 }, (_, index) => ({
      mc: String(900_000 + index),
      name: `Broker ${index}`,
      result: "Approved",
      noBuy: false,
    }));
    await remote.seedBrokers({ brokers });
    await create({ ...createBody, BrokerMC: 900_039 });
    await remote.injectFault({ kind: "drop_before", route: "read-invoice", times: 2 });
    expect(await remote.listInvoices({ search: "broker 39" })).toMatchObject([
      { invoiceNo: "60417", documents: [] },
    ]);
    expect(await remote.listFaults()).toMatchObject([{ kind: "drop_before", left: 2 }]);
    expect(await remote.summary()).toMatchObject({
      invoices: 1,
      brokers: 46,
      requests: { "create-invoice": 1 },
    });
    await remote.reset();
    expect(await remote.summary()).toMatchObject({ invoices: 0, brokers: 6, requests: {}, faults: [] });
  });

  test("many invoices put in at once are read under the keys they were given", async () => {
    const { url, baseUrl, bearer } = await openSandbox();
    const remote = connectControl(url);
    const seeded = {
      username: "dispatch@sample-hauling.test",
      clientDot: "3104488",
      clientName: "SAMPLE HAULING INC",
      brokerMc: "412907",
      brokerName: "Prairie Lantern Logistics LLC",
      amount: 1850,
      invoiceDate: "2026-10-12",
      from: { city: "JOLIET", state: "IL" },
      to: { city: "TOLEDO", state: "OH" },
    };
    const invoices = Array.from({ length: 3000 }, (_, nth) => ({
      ...seeded,
      pkey: 40_000_000 + nth,
      invoiceNo: `S${nth}`,
      poNumber: `P${nth}`,
      status: nth % 2 === 0 ? 1 : 3,
    }));
    await remote.seedInvoices({ invoices });
    expect((await remote.summary()).invoices).toBe(3000);
    const read = await fetch(`${baseUrl}/invoices?invoicePkeys=40002999`, { headers: await bearer() });
    expect(await read.json()).toMatchObject({ InvoiceNo: "S2999", Status: 3 });
    const [created] = await remote.listInvoices({ invoiceNo: "S7" });
    await remote.setStatus({ pkey: created?.pkey, status: 6 });
    expect(await remote.listInvoices({ invoiceNo: "S7" })).toMatchObject([{ status: 6 }]);
  });

  test.each([
    ["/__sandbox/no-such", {}, 404, "no such operation"],
    ["/__sandbox/inject-fault", { kind: "earthquake" }, 400, "kind"],
    ["/__sandbox/set-choices", { strictPfd: true }, 400, "strictPfd"],
    ["/__sandbox/seed-invoices", { invoices: [{ pkey: 1 }] }, 400, "invoiceNo"],
    ["/__sandbox/set-status", { status: 3 }, 400, "name a pkey"],
    ["/__sandbox/set-status", { pkey: 1, status: 3 }, 404, "no such invoice"],
  ])("%s with %j is refused in words", async (path, input, status, words) => {
    const { url } = await openSandbox();
    const response = await fetch(url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  test("a form that another site posts changes nothing", async () => {
    const { url, control } = await openSandbox();
    await fetch(`${url}/__sandbox/inject-fault`, { method: "POST", body: '{"kind":"delay"}' });
    expect(await control.listFaults()).toEqual([]);
  });
});

test("the list of requests keeps no secret and at most its limit; totals go on", async () => {
  const { create, bearer, control } = await openSandbox({ requestLogLimit: 5 });
  const headers = await bearer();
  for (let number = 0; number < 30; number += 1) {
    await create({ ...createBody, InvoiceNo: `${number}`, PoNumber: `${number}` }, headers);
  }
  const kept = await control.listRequests();
  expect(kept.map(({ invoiceNo }) => invoiceNo)).toEqual(["25", "26", "27", "28", "29"]);
  expect(JSON.stringify(kept)).not.toMatch(/sandbox-password|sandbox-subscription-key/);
  expect((await control.summary()).requests).toEqual({ token: 1, "create-invoice": 30 });
});

test("a fault waits for its own invoice and is used up", async () => {
  const { create, control } = await openSandbox();
  await control.injectFault({ kind: "server_error_500", route: "create-invoice", invoiceNo: "2" });
  expect((await create(createBody)).status).toBe(201);
  const second = { ...createBody, InvoiceNo: "2", PoNumber: "2" };
  expect([(await create(second)).status, (await create(second)).status]).toEqual([500, 201]);
});

describe("automatic mode", () => {
  test("approves an invoice once its time since the document has passed, and not one without a document", async () => {
    const { create, control, bearer, baseUrl } = await openSandbox({
      automatic: { seconds: 60, mixed: false },
    });
    await create(createBody);
    await create({ ...createBody, InvoiceNo: "2", PoNumber: "2" });
    const form = new FormData();
    form.append("file", new Blob(["%PDF-1.7"], { type: "application/pdf" }), "a.pdf");
    form.append("DocumentType", "invoice-file-upload");
    form.append("ItemPkey", "31877204");
    form.append("SendEmail", "false");
    form.append("InvoiceDocTypes", "1");
    await fetch(`${baseUrl}/file-upload`, { method: "POST", headers: await bearer(), body: form });
    const statuses = async () => (await control.listInvoices()).map(({ status }) => status);
    expect(await statuses()).toEqual([1, 1]);
    await control.advanceClock({ seconds: 61 });
    expect(await statuses()).toEqual([1, 3]);
  });

  test("mixed sends a few to 6 and 4, always the same ones", () => {
    const drawn = Array.from({ length: 400 }, (_, number) => mixedStatus(String(number)));
    const share = (status: number) => drawn.filter((one) => one === status).length / drawn.length;
    expect(share(3)).toBeGreaterThan(0.75);
    expect(share(6)).toBeGreaterThan(0.05);
    expect(share(4)).toBeGreaterThan(0.02);
    expect(mixedStatus("60417")).toBe(mixedStatus("60417"));
  });
});

describe("the page for people", () => {
  test("lists invoices with their documents and never takes a value for markup", async () => {
    const { url, create } = await openSandbox();
    await create({ ...createBody, PoNumber: "<script>alert(1)</script>" });
    const response = await fetch(url);
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("<title>OTR sandbox</title>");
    expect(page).toContain("60417");
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).toContain("$1,850.00");
  });

  test("says what to expect when nothing has come yet or nothing matches", async () => {
    const { url } = await openSandbox();
    expect(await (await fetch(url)).text()).toContain("No invoices yet");
    expect(await (await fetch(`${url}/?search=abc`)).text()).toContain("No invoice matches");
  });
});
