import { mkdirSync, writeFileSync } from "node:fs";
import type { Measured } from "./lists/measure.ts";

/** A million loads may cost this much of what ten thousand cost, and a verb this much of its bare SQL. */
const BOUNDS = { growth: 1.5, overhead: 2 };

const FOLDER = new URL("results/", import.meta.url);

/** Prints the figures as one table, keeps them as JSON, and says whether all are within their bounds. */
export function report(measured: readonly Measured[]): boolean {
  const rows = measured.map(({ figure, small, big, bare }) => {
    const [growth, overhead] = [big / small, big / bare];
    return {
      figure,
      small,
      big,
      bare,
      growth,
      overhead,
      within: growth <= BOUNDS.growth && overhead <= BOUNDS.overhead,
    };
  });
  console.table(
    rows.map(({ figure, small, big, bare, growth, overhead, within }) => ({
      figure,
      "10,000, ms": round(small),
      "1,000,000, ms": round(big),
      [`ratio (bound ${BOUNDS.growth})`]: round(growth),
      "bare SQL, ms": round(bare),
      [`of bare SQL (bound ${BOUNDS.overhead})`]: round(overhead),
      "": within ? "" : "over",
    })),
  );
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("lists.json", FOLDER), `${JSON.stringify({ bounds: BOUNDS, rows }, null, 2)}\n`);
  return rows.every(({ within }) => within);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
