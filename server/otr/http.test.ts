import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { sendOnce } from "./http.ts";
import { createMask } from "./mask.ts";
import { nodeWire } from "./wire.ts";

const request = { method: "POST", path: "/invoices", body: "{}", timeoutMs: 2000 } as const;

/** A server that answers as told, and counts what it was asked. */
async function answering(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { baseUrl, fetch: nodeWire, clock: () => new Date(), mask: createMask([]) };
}

test("a redirect is an answer like any other: key and token are never carried elsewhere", async () => {
  let visits = 0;
  const elsewhere = await answering((_request, response) => {
    visits += 1;
    response.end();
  });
  const transport = await answering((_request, response) => {
    response.writeHead(307, { Location: elsewhere.baseUrl }).end();
  });
  expect(await sendOnce(transport, request)).toMatchObject({ kind: "answer", status: 307 });
  expect(visits).toBe(0);
});

test("an answer that breaks off in its body is no answer, though OTR was reached", async () => {
  const transport = await answering((_request, response) => {
    response.writeHead(201, { "Content-Length": 100 });
    response.write('{"invoicePkey":', () => response.destroy());
  });
  expect(await sendOnce(transport, request)).toMatchObject({
    kind: "no_answer",
    failure: { cause: "reset", reachedOtr: "perhaps" },
    exchange: { httpStatus: 201 },
  });
});

test("an endless body is cut, not collected", async () => {
  const transport = await answering((_request, response) => {
    const chunk = "x".repeat(64 * 1024);
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", write);
    write();
  });
  const answer = await sendOnce(transport, request);
  expect(answer.kind === "answer" && answer.body.length).toBeLessThan(2 * 1024 * 1024);
  expect(answer.exchange.otrText).toHaveLength(200);
});

test("the request id is kept under whichever name it comes", async () => {
  const transport = await answering((_request, response) => {
    response.writeHead(200, { "apim-request-id": "abc-1" }).end("{}");
  });
  expect((await sendOnce(transport, request)).exchange).toMatchObject({
    requestId: "abc-1",
    httpStatus: 200,
  });
});

test("an answer that never comes, or stops coming, is a timeout; OTR may have been reached", async () => {
  const silent = await answering(() => undefined);
  const stalled = await answering((_request, response) => {
    response.writeHead(200, { "Content-Length": 100 }).write('{"invoicePkey":');
  });
  for (const transport of [silent, stalled]) {
    expect(await sendOnce(transport, { ...request, timeoutMs: 200 })).toMatchObject({
      kind: "no_answer",
      failure: { cause: "timeout", reachedOtr: "perhaps" },
    });
  }
});

test("calls one after another share a connection", async () => {
  const ports = new Set<number | undefined>();
  const transport = await answering(({ socket }, response) => {
    ports.add(socket.remotePort);
    response.end("{}");
  });
  for (let call = 0; call < 5; call += 1) await sendOnce(transport, request);
  expect(ports.size).toBe(1);
});
