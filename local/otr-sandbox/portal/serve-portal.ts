import type { ServerResponse } from "node:http";
import type { Served } from "../serve-request.ts";
import { renderPage } from "./page.ts";

/** Answers `/` with the page for people and `/documents/{id}` with a document's bytes. */
export async function servePortal({ response, control }: Served, url: URL): Promise<void> {
  if (url.pathname.startsWith("/documents/")) {
    const id = Number(url.pathname.slice("/documents/".length));
    return sendDocument(response, await control.documentBytes({ id }));
  }
  const search = url.searchParams.get("search") ?? "";
  const before = Number(url.searchParams.get("before")) || undefined;
  const [summary, invoices] = await Promise.all([
    control.summary(),
    control.listInvoices({ search, beforePkey: before, limit: 50 }),
  ]);
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'",
  });
  response.end(renderPage({ summary, invoices, search }));
}

function sendDocument(response: ServerResponse, bytes: Buffer | undefined): void {
  if (!bytes) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("This document's bytes were not kept.");
    return;
  }
  const isPdf = bytes.subarray(0, 4).toString("latin1") === "%PDF";
  response
    .writeHead(200, {
      "Content-Type": isPdf ? "application/pdf" : "application/octet-stream",
      "Content-Length": bytes.length,
      "X-Content-Type-Options": "nosniff",
    })
    .end(bytes);
}
