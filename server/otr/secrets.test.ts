import { inspect } from "node:util";
import { expect, test } from "vitest";
import { brokerCheck } from "./broker-check.ts";
import { createOtrClient, type OtrClientOptions } from "./client.ts";
import { createInvoice } from "./create-invoice.ts";
import { createLoginRegistry } from "./login-registry.ts";
import { createInvoiceBody } from "./mapper.ts";
import { createMask } from "./mask.ts";
import { readInvoice } from "./read-invoice.ts";
import { signIn } from "./sign-in.ts";
import { draft, expected, pdf } from "./testing/open-desk.ts";
import { uploadDocument } from "./upload-document.ts";

const planted = {
  key: "KEY-7f3a91",
  password: 'p@ss "word"/1+1',
  token: "TOKEN-c0ffee",
  refresh: "REFRESH-c0ffee",
};

/** An OTR that answers every call by repeating everything it was sent, and its token, in the given form. */
function echoingFetch(status: number, wrap: (echo: string) => string): typeof fetch {
  return async (url, init) => {
    const sent = JSON.stringify({ headers: init?.headers, body: String(init?.body) });
    const tokens = { access_token: planted.token, refresh_token: planted.refresh, expires_in: 7199 };
    if (String(url).endsWith("/auth/token") && status !== 400) return Response.json(tokens);
    const echo = `${sent} ${planted.password} ${encodeURIComponent(planted.password)} ${JSON.stringify(tokens)}`;
    return new Response(wrap(echo), { status, headers: { "x-request-id": "r-1" } });
  };
}

const answers: [string, number, (echo: string) => string][] = [
  ["a rejected sign-in", 400, (echo) => JSON.stringify({ error: echo })],
  ["an error in JSON", 422, (echo) => JSON.stringify({ message: echo })],
  ["an error page", 500, (echo) => `<html>${echo}</html>`],
  ["a service 401", 401, (echo) => JSON.stringify({ message: echo })],
  ["a page with 200", 200, (echo) => `<html>${echo}</html>`],
  ["a message with 200", 200, (echo) => JSON.stringify({ message: echo })],
  [
    "a success in OTR's own shape",
    200,
    (echo) =>
      JSON.stringify({
        ...{ id: echo, Name: echo, BrokerTestResult: echo, NoBuy: false },
        ...{ invoicePkey: 1, clientName: echo, brokerName: echo },
        ...{ InvoiceNo: "60417", Status: echo, ModifiedDate: echo, InvoiceItems: { Description: echo } },
      }),
  ],
  [
    "a conflict about another invoice",
    409,
    (echo) => JSON.stringify({ invoicePkey: 1, invoiceNo: echo, poNumber: echo }),
  ],
  ["a conflict", 409, (echo) => JSON.stringify({ message: echo })],
];

test.each(answers)("%s that repeats every secret leaves none in any outcome", async (_name, status, wrap) => {
  const found = await everythingFrom({ fetch: echoingFetch(status, wrap) });
  for (const secret of Object.values(planted)) expect(found).not.toContain(secret);
  expect(found).not.toContain(encodeURIComponent(planted.password));
  expect(found).not.toContain(JSON.stringify(planted.password).slice(1, -1));
});

test("a thrown network error leaves none of its text", async () => {
  const found = await everythingFrom({
    fetch: async (_url, init) => {
      throw new Error(`${planted.password} ${planted.key}`, { cause: init });
    },
  });
  for (const secret of Object.values(planted)) expect(found).not.toContain(secret);
});

test("secrets that OTR names itself are masked under their names, known or not", () => {
  const mask = createMask([]);
  expect(mask.apply('{"access_token":"a.b.c","refresh_token": "d"}')).not.toMatch(/a\.b\.c|"d"/);
  expect(mask.apply("Authorization: Bearer abc.def")).not.toContain("abc");
  expect(mask.apply("username=u&password=hunter2&x=1")).toBe("username=u&password=•••&x=1");
});

async function everythingFrom(options: Pick<OtrClientOptions, "fetch">): Promise<string> {
  const client = createOtrClient({
    baseUrl: "http://otr.test/carrier-tms/2",
    subscriptionKey: planted.key,
    credentials: { username: "u", password: planted.password },
    logins: createLoginRegistry(),
    pacing: { wait: async () => undefined, random: () => 0.5 },
    ...options,
  });
  const outcomes: unknown[] = [
    client,
    await signIn(client),
    await brokerCheck(client, "412907"),
    await createInvoice(client, createInvoiceBody(draft), expected),
    await readInvoice(client, 1, "60417"),
    await uploadDocument(client, {
      otrInvoicePkey: 1,
      documentClass: "other",
      fileName: "a.pdf",
      bytes: pdf,
    }),
  ];
  return outcomes
    .map((outcome) => JSON.stringify(outcome) + inspect(outcome, { depth: 10, showHidden: true }))
    .join();
}
