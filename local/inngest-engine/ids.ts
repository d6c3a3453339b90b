import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID: 48 bits of time and 80 random bits, so ids sort by time. */
export function ulid(time: number, entropy: Uint8Array = randomBytes(10)): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time) << 16n);
  bytes.set(entropy.subarray(0, 10), 6);
  let value = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}

/**
 * The ids of a batch of events, from the SDK's `x-inngest-event-id-seed: <ms>,<base64 of 10 bytes>`. A POST that is
 * repeated because its answer got lost carries the same seed and so yields the same ids: its events start nothing twice.
 */
export function eventIdSource(seed: string | undefined, now: number): (index: number) => string {
  const [milliseconds, base64] = (seed ?? "").split(",");
  const time = Number(milliseconds);
  const entropy = Buffer.from(base64 ?? "", "base64");
  if (!Number.isSafeInteger(time) || time <= 0 || entropy.length !== 10) return () => ulid(now);
  return (index) => {
    const bytes = Uint8Array.from(entropy);
    const tail = new DataView(bytes.buffer);
    tail.setUint32(6, (tail.getUint32(6) + index) >>> 0);
    return ulid(time, bytes);
  };
}

/** A stable UUID for a function, which the protocol wants beside its slug. */
export function functionUuid(slug: string): string {
  const hex = createHash("sha1").update(slug).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
