import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { FileLine } from "./file/file-lines.ts";
import { readImport } from "./read-import.ts";
import type { ColumnSamples, ImportRef } from "./schemas.ts";

const ROWS_READ = 50;
const SAMPLES = 3;
const LENGTH = 40;

/** What stands in each column of the file: its first values, each once. Throws not_found for another company's. */
export async function getColumnSamples(
  { scope }: Actor,
  { importId }: ImportRef,
  clock: Clock = systemClock,
): Promise<ColumnSamples> {
  const { row, chunks } = await readImport(scope, importId, clock());
  const lines = await firstLines(chunks(ROWS_READ));
  return Object.fromEntries(
    row.headers.map((header, column) => {
      const texts = lines.map(({ cells }) =>
        (cells[column] ?? "").replace(/\s+/g, " ").trim().slice(0, LENGTH),
      );
      return [header, [...new Set(texts.filter(Boolean))].slice(0, SAMPLES)];
    }),
  );
}

async function firstLines(chunks: AsyncGenerator<FileLine[]>): Promise<FileLine[]> {
  for await (const lines of chunks) return lines;
  return [];
}
