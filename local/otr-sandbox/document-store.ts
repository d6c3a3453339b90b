import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Document bytes by their SHA-256. */
export type DocumentStore = {
  put: (sha256: string, bytes: Buffer) => Promise<void>;
  get: (sha256: string) => Promise<Buffer | undefined>;
  clear: () => Promise<void>;
};

/** Keeps only what the records say (hash and size): for long runs with flat memory. */
export const noDocumentStore = {
  put: async () => undefined,
  get: async () => undefined,
  clear: async () => undefined,
} satisfies DocumentStore;

/** Keeps bytes in memory. */
export function memoryDocumentStore(): DocumentStore {
  const bytesByHash = new Map<string, Buffer>();
  return {
    put: async (sha256, bytes) => {
      // A copy, because the request's buffer also holds the other parts.
      if (!bytesByHash.has(sha256)) bytesByHash.set(sha256, Buffer.from(bytes));
    },
    get: async (sha256) => bytesByHash.get(sha256),
    clear: async () => bytesByHash.clear(),
  };
}

/** Keeps one file per hash in a folder; a file is complete and on disk before it takes its name. */
export async function folderDocumentStore(folder: string): Promise<DocumentStore> {
  await mkdir(folder, { recursive: true });
  return {
    put: async (sha256, bytes) => {
      const partial = join(folder, `${sha256}.${process.hrtime.bigint()}.partial`);
      const file = await open(partial, "w");
      await file.writeFile(bytes);
      await file.datasync();
      await file.close();
      await rename(partial, join(folder, sha256));
    },
    get: (sha256) => readFile(join(folder, sha256)).catch(() => undefined),
    clear: async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
    },
  };
}
