import { hash } from "node:crypto";

/** What files of one shape have in common: the hex SHA-256 of their headers, in order. */
export function hashHeaders(headers: readonly string[]): string {
  return hash("sha256", headers.join("\u001f"));
}
