/**
 * The address a request came from, or null. The last entry of `X-Forwarded-For` is the one that the proxy
 * next to us (or Next itself, without one) saw; earlier entries are the client's own claim.
 */
export function clientAddress(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}
