import { readJson, sendJson } from "../plain-http.ts";
import type { Served } from "../serve-request.ts";
import { operationsOf } from "./operations.ts";

const readable = /^(list-|summary$)/;

/**
 * Answers `/__sandbox/<operation>`: POST with a JSON object, or GET with a query for those that only read.
 * 404 names the operations there are, 400 says what is wrong with the input.
 */
export async function serveControl({ request, response, control }: Served, url: URL): Promise<void> {
  const name = url.pathname.slice("/__sandbox/".length);
  const operations = operationsOf(control);
  const operation = operations[name];
  if (!operation)
    return sendJson(response, 404, { error: "no such operation", operations: Object.keys(operations) });
  const isRead = request.method === "GET" && readable.test(name);
  if (!isRead && request.method !== "POST") return sendJson(response, 405, { error: "use POST" });
  const input = isRead ? Object.fromEntries(url.searchParams) : await readJson(request);
  const checked = operation(input);
  if ("invalid" in checked) return sendJson(response, 400, { error: checked.invalid });
  try {
    sendJson(response, 200, (await checked.run()) ?? { ok: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    sendJson(response, 404, { error: error.message });
  }
}
