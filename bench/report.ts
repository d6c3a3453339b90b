import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Figure, isWithin } from "./figure.ts";
import type { Section } from "./sections.ts";

const fileOf = (section: Section) => new URL(`results/${section}.json`, import.meta.url);

/** Prints the figures of a section, keeps them as JSON, and ends the process with 1 if one is over its bound. */
export function report(section: Section, figures: readonly Figure[]): void {
  mkdirSync(new URL(".", fileOf(section)), { recursive: true });
  writeFileSync(fileOf(section), `${JSON.stringify(figures, null, 2)}\n`);
  tell(section, figures);
}

/** Prints figures, and ends the process with 1 if one is over its bound. */
export function tell(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  console.table(figures.map(rowOf));
  if (!figures.every(isWithin)) process.exitCode = 1;
}

/** Drops what a section kept, before it runs anew. */
export function forgetFigures(section: Section): void {
  rmSync(fileOf(section), { force: true });
}

/** Whether a section came to its figures. */
export function hasFigures(section: Section): boolean {
  return existsSync(fileOf(section));
}

/** The figures that a section kept when it last ran. */
export function keptFigures(section: Section): Figure[] {
  return JSON.parse(readFileSync(fileOf(section), "utf8"));
}

/** A figure as a row of the table. */
export function rowOf(figure: Figure) {
  const { measured, unit, bound, atLeast, detail } = figure;
  return {
    figure: figure.figure,
    measured: withUnit(measured, unit),
    bound: bound === undefined ? "" : `${atLeast ? "≥" : "≤"} ${withUnit(bound, unit)}`,
    "of bound": bound ? (measured / bound).toFixed(2) : "",
    detail: detail ?? "",
    "": isWithin(figure) ? "" : "over",
  };
}

function withUnit(value: number, unit: Figure["unit"]): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
  const number = value.toLocaleString("en-US", { maximumFractionDigits: digits });
  return unit === "" || unit === "requests" ? number : `${number} ${unit}`;
}
