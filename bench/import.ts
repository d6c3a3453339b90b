import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../local/postgres/start-postgres.ts";
import { temporaryDataFolder } from "../local/postgres/temporary-data-folder.ts";
import { createAppDatabase } from "./app-database.ts";
import { importBench } from "./import/import-bench.ts";
import { report } from "./report.ts";

/*
 * The pace of an import: a file of loads from a hundred brokers, and the brokers themselves, through the same verbs as
 * the page and the background function use, on a PostgreSQL that keeps its promises (fsync on).
 */

const ROWS = Number(process.env.BENCH_ROWS || 50_000);

const dataDir = temporaryDataFolder("lading-bench-import-");
const filesDir = mkdtempSync(join(tmpdir(), "lading-bench-files-"));
const server = await startPostgres({ dataDir, port: 0, settings: {} });
try {
  const { appUrl } = await createAppDatabase(server.url, "lading_bench_import");
  report("import", await importBench({ databaseUrl: appUrl, filesDir, rows: ROWS }));
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(filesDir, { recursive: true, force: true });
}
