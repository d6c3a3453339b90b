import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";

const PREFIX = /^signkey-\w+-/;

/** The `x-inngest-signature` of a body: HMAC-SHA256 over its canonical JSON (JCS) and the time in seconds. */
export function signature(body: unknown, signingKey: string, now: number): string {
  const seconds = Math.round(now / 1000);
  const hmac = createHmac("sha256", signingKey.replace(PREFIX, ""));
  return `t=${seconds}&s=${hmac.update((canonicalize(body) ?? "") + seconds).digest("hex")}`;
}

/** Whether an `Authorization` header proves the signing key: the SDK sends its prefix and the SHA-256 of its bytes. */
export function isBearerOf(header: string | undefined, signingKey: string): boolean {
  const prefix = PREFIX.exec(signingKey)?.[0] ?? "";
  const bytes = Buffer.from(signingKey.replace(PREFIX, ""), "hex");
  return isSame(header ?? "", `Bearer ${prefix}${createHash("sha256").update(bytes).digest("hex")}`);
}

/** Compares secrets in constant time. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
