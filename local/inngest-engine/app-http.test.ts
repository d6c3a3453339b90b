import { once } from "node:events";
import http from "node:http";
import { afterEach, expect, test } from "vitest";
import { sendToApp, Undelivered } from "./app-http.ts";
import { startAppServer } from "./testing/app-server.ts";
import { eventually } from "./testing/eventually.ts";
import { freePort } from "./testing/free-port.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

const options = { body: { a: 1 }, signingKey: undefined, timeoutMs: 5000 };

test("a refused connection was never delivered", async () => {
  const url = `http://127.0.0.1:${await freePort()}/api/inngest`;
  await expect(sendToApp("POST", url, options)).rejects.toBeInstanceOf(Undelivered);
});

test("an app that dies over a call has had it", async () => {
  const app = await startAppServer();
  closing.push(app.close);
  app.handle((request) => request.socket.destroy());
  const error = await sendToApp("POST", app.url, options).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(Undelivered);
});

test("calls share a connection while it is warm, and never use one the server may be closing", async () => {
  let connections = 0;
  const server = http.createServer((request, response) => {
    request.resume().on("end", () => response.end("{}"));
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
  for (let n = 0; n < 5; n++) await sendToApp("POST", url, options);
  expect(connections).toBe(1);
  const rested = Date.now() + 1100;
  await eventually("the connection has rested", () => Date.now() > rested);
  await sendToApp("POST", url, options);
  expect(connections).toBe(2);
});
