import { connect as connectTo, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { listenTo } from "./listen.ts";

const { appUrl, owner } = await testDatabase();

/** Stands between the app and PostgreSQL; `hush` makes the connections of now swallow everything, open as they look. */
async function aLine(to: string) {
  const { port, hostname } = new URL(to);
  const pairs: [Socket, Socket][] = [];
  const server = createServer((near) => {
    const far = connectTo(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on("error", () => socket.destroy());
    pairs.push([near, far]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    hush() {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
    },
    close() {
      server.close();
      for (const [near, far] of pairs) {
        near.destroy();
        far.destroy();
      }
    },
  };
}

test("a connection that was cut without a word is found out, and what is said afterwards is heard", async () => {
  const url = new URL(appUrl);
  const line = await aLine(appUrl);
  url.port = String(line.port);
  const said = Promise.withResolvers<string>();
  let times = 0;
  const stop = await listenTo(
    "test_channel",
    {
      onMessage: said.resolve,
      onListening: () => {
        times += 1;
        if (times > 1) void owner`select pg_notify('test_channel', 'hello')`.catch(said.reject);
      },
    },
    { url: url.href, everyMs: 250 },
  );
  line.hush();
  expect(await said.promise).toBe("hello");
  await stop();
  line.close();
});
