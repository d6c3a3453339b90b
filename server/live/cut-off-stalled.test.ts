import { once } from "node:events";
import http, { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, expect, it } from "vitest";
import { inCompany } from "#db/client.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { aMember, headersWithCookie } from "#server/auth/testing/a-member.ts";
import { answerTrpc } from "#server/trpc/answer-trpc.ts";
import { cutOffStalledPages } from "./cut-off-stalled.ts";
import { liveSwitchboard, stopListening } from "./listen.ts";
import { notify } from "./notify.ts";

const NOTICES = 100;
const ID_LENGTH = 6_000;
/** The most that one message of these notices takes, with what the connection itself may hold. */
const BOUND_BYTES = 2 * NOTICES * ID_LENGTH;

await testDatabase();

const connections = new Map<number | undefined, ServerResponse>();
const server = createServer(async (request, response) => {
  connections.set(request.socket.remotePort, response);
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const headers = new Headers(request.headers as Record<string, string>);
  const answer = await answerTrpc(
    new Request(new URL(request.url ?? "", "http://127.0.0.1"), { headers, signal: gone.signal }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body)
    Readable.fromWeb(answer.body as never)
      .on("error", () => undefined)
      .pipe(response);
}).listen(0, "127.0.0.1");
await once(server, "listening");

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stopListening();
});

/** An open page: its stream, and the server's side of the connection. */
async function aPage(
  headers: Headers,
): Promise<{ stream: IncomingMessage; answer: ServerResponse | undefined }> {
  const { port } = server.address() as AddressInfo;
  const request = http.get(`http://127.0.0.1:${port}/api/trpc/live.notices`, {
    agent: false,
    headers: { ...Object.fromEntries(headers), accept: "text/event-stream" },
  });
  const [stream] = (await once(request, "response")) as [IncomingMessage];
  stream.setEncoding("utf8").on("error", () => undefined);
  await once(stream, "data");
  return { stream, answer: connections.get(stream.socket.localPort) };
}

function tellOfMany({ scope }: Actor, round: number): Promise<void> {
  const notices = Array.from({ length: NOTICES }, (_, n) => ({
    topic: "load" as const,
    id: `load_${round}_${n}`.padEnd(ID_LENGTH, "0"),
  }));
  return inCompany(scope, (tx) => notify(tx, scope, ...notices));
}

it("a page that reads nothing is held a bounded amount for, then cut off; the one beside it hears everything", async () => {
  const { actor, claims } = await aMember();
  const headers = await headersWithCookie(claims);
  cutOffStalledPages(5_000);
  const [stalled, reading] = [await aPage(headers), await aPage(headers)];
  let heard = "";
  reading.stream.on("data", (text: string) => {
    heard = (heard + text).slice(-BOUND_BYTES);
  });
  const wronglyCutOff = once(reading.stream, "close").then(() => {
    throw new Error("The page that reads was cut off.");
  });
  stalled.stream.pause();

  let most = 0;
  for (let round = 0; !stalled.answer?.destroyed; round += 1) {
    await tellOfMany(actor, round);
    while (!heard.includes(`load_${round}_`))
      await Promise.race([once(reading.stream, "data"), wronglyCutOff]);
    most = Math.max(most, stalled.answer?.writableLength ?? 0);
  }
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(BOUND_BYTES);
  expect((await liveSwitchboard()).subscribers).toBe(1);
  expect(reading.answer?.destroyed).toBe(false);
  wronglyCutOff.catch(() => undefined);
}, 120_000);
