import { describe, expect, test } from "vitest";
import { createBody, key, openSandbox } from "./testing/open-sandbox.ts";

describe("checks happen in this order", () => {
  test.each([
    ["GET", "/carrier-tms/2/invoices/31877204"],
    ["GET", "/carrier-tms/2/invoices/31877204/notes"],
    ["GET", "/carrier-tms/2/broker-check?brokerMc=412907"],
    ["GET", "/carrier-tms/2"],
    ["DELETE", "/carrier-tms/2/invoices"],
    ["POST", "/CarrierTmsV3/auth/token"],
  ])("an unknown route first, even without a key: %s %s", async (method, path) => {
    const { url } = await openSandbox();
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ statusCode: 404, message: "Resource not found" });
  });

  test("then the key, then faults, then the token", async () => {
    const { baseUrl, control } = await openSandbox();
    await control.injectFault({ kind: "server_error_500" });
    const read = (headers: Record<string, string>) =>
      fetch(`${baseUrl}/invoices?invoicePkeys=1`, { headers });
    const texts = [read({}), read({ "ocp-apim-subscription-key": "wrong" })].map(async (answer) =>
      (await answer).json(),
    );
    expect(await Promise.all(texts)).toMatchObject([
      { statusCode: 401, message: expect.stringContaining("missing subscription key") },
      { statusCode: 401, message: expect.stringContaining("invalid subscription key") },
    ]);
    expect((await read(key)).status).toBe(500);
    expect(await (await read(key)).json()).toEqual({ statusCode: 401, message: "Not Authorized" });
    expect((await read({ ...key, Authorization: "Basic abc" })).status).toBe(401);
  });

  test("calls above the rate limit are answered 429 with Retry-After", async () => {
    const { baseUrl } = await openSandbox({ choices: { rateLimitPerSecond: 1 } });
    const check = () => fetch(`${baseUrl}/broker-check/412907`, { headers: key });
    await check();
    const second = await check();
    expect([second.status, second.headers.get("retry-after")]).toEqual([429, "1"]);
  });
});

describe("sign-in", () => {
  test("answers with the shape production was seen to give", async () => {
    const { signIn } = await openSandbox();
    expect(await signIn()).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: "bearer",
      expires_in: 7199,
    });
  });

  test("refuses a JSON body and bad credentials, accepts a refresh token", async () => {
    const { baseUrl, signIn } = await openSandbox();
    const asJson = await fetch(`${baseUrl}/auth/token`, {
      method: "POST",
      headers: { ...key, "Content-Type": "application/json" },
      body: JSON.stringify({ username: "dispatch@sample-hauling.test", password: "sandbox-password" }),
    });
    expect(asJson.status).toBe(400);
    const { refresh_token } = await signIn();
    const refreshed = await fetch(`${baseUrl}/auth/token`, {
      method: "POST",
      headers: key,
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token }),
    });
    expect(refreshed.status).toBe(200);
    expect(await signIn({ username: "dispatch@sample-hauling.test", password: "x" })).toEqual({
      error: "invalid_grant",
    });
  });

  test("a token is of no use in another sandbox, nor after its time", async () => {
    const [one, other] = [await openSandbox(), await openSandbox()];
    const headers = await one.bearer();
    expect((await other.create(createBody, headers)).status).toBe(401);
    await one.control.advanceClock({ seconds: 7200 });
    expect((await one.create(createBody, headers)).status).toBe(401);
  });
});

describe("broker check", () => {
  test("takes the key alone and misses on leading zeros", async () => {
    const { baseUrl } = await openSandbox();
    const check = async (mc: string) =>
      (await fetch(`${baseUrl}/broker-check/${mc}`, { headers: key })).json();
    expect(await check("412907")).toEqual({
      id: expect.stringMatching(/^\d+$/),
      Name: "Prairie Lantern Logistics LLC",
      McNumber: "412907",
      BrokerTestResult: "Approved",
      NoBuy: false,
      ResponseStatus: 200,
    });
    expect(await check("371")).toMatchObject({ ResponseStatus: 200 });
    expect(await check("000371")).toEqual({ Message: "Broker not found", ResponseStatus: 404 });
  });
});

describe("create", () => {
  test("a fresh 201 and a repeated 409 have the very same body", async () => {
    const { create } = await openSandbox();
    const [first, second] = [await create(createBody), await create({ ...createBody, InvoiceAmount: 99 })];
    expect([first.status, second.status]).toEqual([201, 409]);
    const body = await first.json();
    expect(body).toEqual({
      IsDuplicate: false,
      Message: null,
      invoicePkey: 31_877_204,
      invoiceNo: "60417",
      poNumber: "PLL88213",
      clientName: "SAMPLE HAULING INC (MC-555010)",
      invoiceExists: true,
      brokerName: "PRAIRIE LANTERN LOGISTICS LLC",
    });
    expect(await second.json()).toEqual(body);
  });

  test.each([
    ["BrokerMC", "412907"],
    ["BrokerMC", 0],
    ["BrokerMC", undefined],
    ["ClientDOT", 3104488],
    ["ClientDOT", "DOT 1"],
    ["InvoiceNo", ""],
    ["InvoiceNo", undefined],
    ["PoNumber", undefined],
    ["InvoiceAmount", 0],
    ["InvoiceAmount", -5],
    ["InvoiceAmount", "1850"],
    ["InvoiceDate", "10/12/2026"],
    ["InvoiceDate", "2026-13-01"],
    ["FromCity", " "],
    ["FromState", "Illinois"],
    ["ToState", "oh"],
  ])("%s = %j is the 400 that names nothing", async (field, value) => {
    const { create } = await openSandbox();
    const response = await create({ ...createBody, [field]: value });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ statusCode: 400, message: "Invalid Request" });
  });

  test.each([
    ["a field first", { BrokerMC: 1, ClientDOT: "9", ToState: "" }, 400],
    ["the USDOT number before the broker", { BrokerMC: 1, ClientDOT: "9" }, 401],
    ["an unknown broker before a duplicate", { BrokerMC: 1 }, 204],
    ["an unapproved broker before a duplicate", { BrokerMC: 618840 }, 402],
    ["a duplicate number", {}, 409],
    ["a duplicate PO", { InvoiceNo: "2" }, 409],
    ["nothing about unknown extra fields", { InvoiceNo: "2", PoNumber: "2", FromZip: "60431" }, 201],
  ])("complains about %s", async (_what, change, status) => {
    const { create } = await openSandbox();
    await create(createBody);
    expect((await create({ ...createBody, ...change })).status).toBe(status);
  });

  test("switches: unapproved brokers bought, a PO used twice", async () => {
    const { create } = await openSandbox({ choices: { noBuyCreate: 201, samePoNumber: "accept" } });
    expect((await create({ ...createBody, BrokerMC: 618840 })).status).toBe(201);
    expect((await create({ ...createBody, InvoiceNo: "2" })).status).toBe(201);
  });
});

describe("read", () => {
  test("one object with two spaces in the lane and a date without zone; lists only where switched on", async () => {
    const { baseUrl, create, bearer, control } = await openSandbox();
    await create(createBody);
    await create({ ...createBody, InvoiceNo: "2", PoNumber: "2" });
    const read = async (pkeys: string) =>
      fetch(`${baseUrl}/invoices?invoicePkeys=${pkeys}`, { headers: await bearer() });
    expect(await (await read("31877204")).json()).toEqual({
      InvoiceNo: "60417",
      InvoiceItems: { Description: "Ln:  JOLIET,IL To  TOLEDO,OH", UnitPrice: 1850 },
      ModifiedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d$/),
      Status: 1,
    });
    expect((await read("31877204,31877205")).status).toBe(400);
    expect((await read("")).status).toBe(400);
    await control.setChoices({ commaListRead: true });
    expect(await (await read("31877204,31877205")).json()).toHaveLength(2);
  });
});
