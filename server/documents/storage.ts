import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { disk } from "./disk.ts";

/** What identifies stored bytes within a company: their hex SHA-256. Sizes are bytes. */
export type StoredFile = { sha256: string; byteSize: number };

/** Storage does not hold what was put there. Infrastructure trouble: nothing a person did. */
export class StoredFileError extends Error {
  readonly problem: "missing" | "damaged";

  constructor(problem: "missing" | "damaged", sha256: string, cause?: unknown) {
    super(`The stored file ${sha256} is ${problem}.`, { cause });
    this.name = "StoredFileError";
    this.problem = problem;
  }
}

/**
 * Stores bytes for a company and returns their hash and size. Putting the same bytes again changes nothing.
 * When it returns, the file is whole and survives a crash; before, there is no file.
 */
export async function putFile(scope: CompanyScope, bytes: Uint8Array): Promise<StoredFile> {
  const sha256 = sha256Of(bytes);
  const key = keyOf(scope, sha256);
  const files = await disk();
  if (!(await files.exists(key))) await files.put(key, bytes);
  return { sha256, byteSize: bytes.byteLength };
}

/**
 * The whole file, its hash checked: what comes back is what was put. Throws StoredFileError when it is missing or
 * damaged.
 */
export async function readFile(scope: CompanyScope, sha256: string): Promise<Uint8Array> {
  const key = keyOf(scope, sha256);
  const files = await disk();
  if (!(await files.exists(key))) throw new StoredFileError("missing", sha256);
  const bytes = await files.getBytes(key);
  if (sha256Of(bytes) !== sha256) throw new StoredFileError("damaged", sha256);
  return bytes;
}

/** The file as a stream, for downloads. Throws StoredFileError before the first byte when it is missing. */
export async function openFile(scope: CompanyScope, sha256: string): Promise<Readable> {
  const key = keyOf(scope, sha256);
  const files = await disk();
  if (!(await files.exists(key))) throw new StoredFileError("missing", sha256);
  return files.getStream(key);
}

/** True when these bytes were put for this company. */
export async function fileExists(scope: CompanyScope, sha256: string): Promise<boolean> {
  return (await disk()).exists(keyOf(scope, sha256));
}

/** Hex SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function keyOf(scope: CompanyScope, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("not a hex SHA-256");
  return `${scope.companyId}/${sha256.slice(0, 2)}/${sha256}`;
}
