import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Control, createControl } from "./control/control.ts";
import { createSandbox, type SandboxOptions } from "./sandbox.ts";
import { serveRequest } from "./serve-request.ts";

/** A sandbox that listens. */
export type RunningSandbox = {
  /** Where people and the control plane find it, without a trailing slash. */
  url: string;
  /** OTR's base URL for a client. */
  baseUrl: string;
  port: number;
  control: Control;
  close: () => Promise<void>;
};

/** Starts a sandbox on the loopback address; port 0 (the default) takes any free one. */
export async function startSandbox(
  options: SandboxOptions & { port?: number } = {},
): Promise<RunningSandbox> {
  const sandbox = await createSandbox(options);
  const control = createControl(sandbox);
  const stopping = new AbortController();
  const server = createServer((request, response) => {
    void serveRequest({ request, response, sandbox, control, stopping: stopping.signal });
  });
  // Idle connections stay open longer than any client keeps them, so a reused one is never just closing.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    baseUrl: `${url}/carrier-tms/2`,
    port,
    control,
    close: async () => {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await sandbox.close();
    },
  };
}
