import { isIP } from "node:net";
import { env } from "#server/env.ts";

/** The address a request came from, or null where it isn't known. Forwarded ones count as far as proxies are trusted. */
export function clientAddress(headers: Headers): string | null {
  return addressBehind(headers.get("x-forwarded-for"), env().LADING_TRUSTED_PROXIES);
}

/**
 * The client's address in an `X-Forwarded-For` whose last entry is the socket's own (`notePeerAddresses`): each
 * trusted proxy has added the address that it saw, so with two of them it is the third from the right. What stands
 * left of it is the client's own claim and counts for nothing. Where there are fewer entries, somebody came past the
 * proxies, and the first is the nearest to them that was seen.
 */
export function addressBehind(forwardedFor: string | null, trustedProxies: number): string | null {
  const entries = forwardedFor?.split(",").map((entry) => plainAddress(entry.trim())) ?? [];
  return entries.at(-1 - trustedProxies) ?? (entries.length <= trustedProxies ? (entries[0] ?? null) : null);
}

/** `[2001:db8::7]:443`, `203.0.113.7:443` and `::ffff:203.0.113.7` without what is no part of the address; null for no address. */
function plainAddress(entry: string): string | null {
  const host = /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  const address = host.replace(/^::ffff:(?=[\d.]+$)/i, "");
  return isIP(address) ? address : null;
}
