import http, { type RequestListener } from "node:http";

export type AppServer = {
  url: string;
  /** Replaces what answers: the SDK's handler, or a stand-in for an app that misbehaves. */
  handle(listener: RequestListener): void;
  close(): Promise<void>;
};

const PATH = "/api/inngest";

/** An HTTP server for a test app; `port` 0 picks one. Answers 404 until it is given a handler. */
export async function startAppServer(port = 0): Promise<AppServer> {
  let listener: RequestListener = (_request, response) => response.writeHead(404).end();
  const server = http.createServer((request, response) => listener(request, response));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the app has no port");
  return {
    url: `http://127.0.0.1:${address.port}${PATH}`,
    handle: (next) => {
      listener = next;
    },
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}
