import type { CDPSession } from "@playwright/test";

/** What has come over the wire so far. */
export type Transfers = {
  /** JavaScript as it was sent: compressed, without the headers of its responses. */
  scriptBytes(): number;
  requests(): number;
};

/** Counts every request of a page from now on, by what the browser's network layer saw. */
export async function countTransfers(cdp: CDPSession): Promise<Transfers> {
  const requests = new Set<string>();
  const headersOfScripts = new Map<string, number>();
  const bytes = new Map<string, number>();
  cdp.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("http")) requests.add(requestId);
  });
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) headersOfScripts.set(requestId, response.encodedDataLength);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.set(requestId, encodedDataLength);
  });
  await cdp.send("Network.enable");
  return {
    scriptBytes: () =>
      [...headersOfScripts].reduce((sum, [id, headers]) => sum + (bytes.get(id) ?? headers) - headers, 0),
    requests: () => requests.size,
  };
}
