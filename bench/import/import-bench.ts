import { Readable } from "node:stream";
import { closeDatabase } from "#db/client.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { setTestEnv } from "#db/testing/test-env.ts";
import { checkImport } from "#server/imports/check-import.ts";
import { getImport } from "#server/imports/get-import.ts";
import { receiveImport } from "#server/imports/receive-import.ts";
import type { ImportKind, ImportMode } from "#server/imports/rules/import-kind.ts";
import { runImport } from "#server/imports/testing/an-import.ts";
import type { Figure } from "../figure.ts";
import { customersCsv, loadsCsv } from "./bench-files.ts";

const SECONDS_ALLOWED = 60;

type Setting = { databaseUrl: string; filesDir: string; rows: number };

/** Takes in, checks and imports files of so many rows; says how long each step took and what memory it took. */
export async function importBench({ databaseUrl, filesDir, rows }: Setting): Promise<Figure[]> {
  setTestEnv({ DATABASE_URL: databaseUrl, LADING_FILES_DIR: filesDir });
  const { scope, member } = await aCompany();
  await aSubsidiary(scope);
  const figures: Figure[] = [];
  const measure = async <T>(step: string, count: number, work: () => Promise<T>): Promise<T> => {
    const { value, seconds, peak } = await watched(work);
    figures.push({
      figure: `${step}, ${count.toLocaleString("en-US")} rows`,
      measured: seconds,
      unit: "s",
      bound: SECONDS_ALLOWED,
      detail: `${Math.round(count / seconds)} rows a second, ${Math.round(peak / 2 ** 20)} MiB at most`,
    });
    return value;
  };

  const bringIn = async (kind: ImportKind, text: string, mode: ImportMode, count: number) => {
    const upload = { kind, fileName: `${kind}.csv`, body: Readable.from([Buffer.from(text)]) };
    const { importId } = await measure(`${kind}: take in`, count, () => receiveImport(member, upload));
    await measure(`${kind}: check`, count, () => checkImport(member, { importId }));
    await measure(`${kind}: import, ${mode}`, count, () => runImport(member, importId, mode));
    const { status, createdRows, knownRows } = await getImport(member, { importId });
    if (status !== "done" || createdRows + knownRows !== count)
      throw new Error(`${kind}: ${status}, ${createdRows} new`);
  };

  await bringIn("customers", customersCsv(rows), "all_or_nothing", rows);
  await bringIn("loads", loadsCsv(rows, "A"), "good_rows", rows);
  await bringIn("loads", loadsCsv(rows, "B"), "all_or_nothing", rows);
  await bringIn("loads", loadsCsv(rows, "B"), "good_rows", rows);
  await closeDatabase();
  return figures;
}

async function watched<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number; peak: number }> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  try {
    const value = await work();
    return { value, seconds: (performance.now() - start) / 1000, peak };
  } finally {
    clearInterval(timer);
  }
}
