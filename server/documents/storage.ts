import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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

/** Stores the file at `path`, whose hash is known, as `putFile` does, without holding it in memory. */
export async function putFileFrom(scope: CompanyScope, path: string, { sha256 }: StoredFile): Promise<void> {
  const key = keyOf(scope, sha256);
  const files = await disk();
  if (!(await files.exists(key))) await files.putStream(key, createReadStream(path));
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

/**
 * The file as a stream. Throws StoredFileError before the first byte when it is missing; a damaged one fails before
 * its last, so that nobody takes it for whole.
 */
export async function openFile(scope: CompanyScope, sha256: string): Promise<Readable> {
  const key = keyOf(scope, sha256);
  const files = await disk();
  if (!(await files.exists(key))) throw new StoredFileError("missing", sha256);
  return Readable.from(checked(await files.getStream(key), sha256), { objectMode: false });
}

/** Writes a stored file to a new one at `path`. Throws StoredFileError when it is missing or damaged. */
export async function copyFileTo(scope: CompanyScope, sha256: string, path: string): Promise<void> {
  await pipeline(await openFile(scope, sha256), createWriteStream(path, { flags: "wx", mode: 0o600 }));
}

/** True when these bytes were put for this company. */
export async function fileExists(scope: CompanyScope, sha256: string): Promise<boolean> {
  return (await disk()).exists(keyOf(scope, sha256));
}

/** Hex SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Hash and size of the file at `path`. */
export async function measureFile(path: string): Promise<StoredFile> {
  const hash = createHash("sha256");
  let byteSize = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part);
    byteSize += part.length;
  }
  return { sha256: hash.digest("hex"), byteSize };
}

async function* checked(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let held: Uint8Array | undefined;
  for await (const part of bytes) {
    hash.update(part);
    if (held) yield held;
    held = part;
  }
  if (hash.digest("hex") !== sha256) throw new StoredFileError("damaged", sha256);
  if (held) yield held;
}

function keyOf(scope: CompanyScope, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("not a hex SHA-256");
  return `${scope.companyId}/${sha256.slice(0, 2)}/${sha256}`;
}
