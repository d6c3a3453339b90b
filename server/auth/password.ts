import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id settings: 19 MiB, two passes; some 30 ms of one core. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's password, hashed with the same settings. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$wslyMrJjR5T0ukK02LwmlQ$HVlQX8ZpTUbtp5SYiOT8UeVGpUNTp+doK1ZtCNdVD9o";

/** The argon2id hash to store for a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, SETTINGS);
}

/** True when the password is the hashed one. Without a hash it does the same work and says false. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS_HASH, password);
  return matches && passwordHash !== undefined;
}
