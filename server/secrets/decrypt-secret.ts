import { createDecipheriv } from "node:crypto";
import { type Keyring, keyring } from "./keyring.ts";

/**
 * Decrypts what `encryptSecret` made for the same row, with whichever key it was made. Throws an Error without
 * any of the secret when the key is gone, the row is another one or the text was changed.
 */
export function decryptSecret(encrypted: string, rowId: string, ring: Keyring = keyring()): string {
  const [keyId = "", iv = "", tag = "", ciphertext = ""] = encrypted.split(".");
  const key = ring.keys.get(keyId);
  if (!key) throw new Error(`The key "${keyId}" of a stored secret is not in LADING_ENCRYPTION_KEYS.`);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), { authTagLength: 16 })
      .setAAD(Buffer.from(rowId))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return decipher.update(ciphertext, "base64url", "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new Error("A stored secret does not belong to its row or was changed.", { cause });
  }
}
