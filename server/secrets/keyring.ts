import { env } from "#server/env.ts";

/** The keys that secrets are encrypted with: the first one encrypts, all of them decrypt, so keys rotate. */
export type Keyring = { current: string; keys: ReadonlyMap<string, Buffer> };

const keyBytes = 32;

/** The installation's keys, from `LADING_ENCRYPTION_KEYS`. Throws an Error that names a bad key by its id only. */
export function keyring(): Keyring {
  return parseKeyring(env().LADING_ENCRYPTION_KEYS);
}

/** Reads `id:base64,id:base64`; each key is 32 bytes. */
export function parseKeyring(text: string): Keyring {
  const entries = text.split(",").map((pair) => parsePair(pair.trim()));
  const [first] = entries;
  if (!first) throw new Error("LADING_ENCRYPTION_KEYS holds no key.");
  return { current: first[0], keys: new Map(entries) };
}

function parsePair(pair: string): [string, Buffer] {
  const at = pair.indexOf(":");
  const id = pair.slice(0, at);
  const key = Buffer.from(pair.slice(at + 1), "base64");
  if (!/^[\w-]+$/.test(id) || key.byteLength !== keyBytes) {
    throw new Error(
      `LADING_ENCRYPTION_KEYS: the key "${at > 0 ? id : "?"}" must read id:base64, ${keyBytes} bytes.`,
    );
  }
  return [id, key];
}
