import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach } from "vitest";

type SunkEvent = { id: string; name: string; data: Record<string, unknown> };

/**
 * An Inngest that only takes events in, for tests of what is sent; `INNGEST_DEV` points to it. Call it at the top
 * of the file, before anything imports the Inngest client.
 */
export async function eventSink() {
  const received: SunkEvent[] = [];
  const state = { down: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (state.down) {
      response.writeHead(400).end(JSON.stringify({ status: 400, error: "not taken" }));
      return;
    }
    const events: SunkEvent[] = [JSON.parse(Buffer.concat(chunks).toString("utf8"))].flat();
    received.push(...events);
    response.end(JSON.stringify({ ids: events.map(({ id }) => id), status: 200 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  process.env.INNGEST_DEV = `http://127.0.0.1:${port}`;
  beforeEach(() => {
    received.length = 0;
    state.down = false;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    received,
    /** From now on events are refused, or taken again. */
    refuse: (down: boolean) => {
      state.down = down;
    },
  };
}
