import { createCipheriv, randomBytes } from "node:crypto";
import { type Keyring, keyring } from "./keyring.ts";

/**
 * Encrypts a secret for one row: `keyId.iv.tag.ciphertext`, AES-256-GCM. The row's id is bound in, so a
 * ciphertext copied to another row can't be decrypted there.
 */
export function encryptSecret(plain: string, rowId: string, ring: Keyring = keyring()): string {
  const key = ring.keys.get(ring.current);
  if (!key) throw new Error("The current encryption key is missing.");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(rowId));
  const ciphertext = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString("base64url"));
  return [ring.current, ...parts].join(".");
}
