import { importFields } from "./import-field.ts";
import type { ImportKind } from "./import-kind.ts";
import { type ImportMapping, mappingGaps } from "./import-mapping.ts";

/**
 * The columns that most likely fill the fields, by their headers. No column fills two fields; where several would
 * do, the likelier word wins ("line haul" before "rate").
 */
export function guessMapping(kind: ImportKind, headers: readonly string[]): ImportMapping {
  const byWords = new Map<string, string>();
  for (const header of headers) {
    const words = wordsOf(header);
    if (!byWords.has(words)) byWords.set(words, header);
  }
  const candidates = importFields(kind)
    .flatMap(({ name, headers: known }, order) =>
      known.split(", ").flatMap((words, rank) => {
        const header = byWords.get(words);
        return header === undefined ? [] : [{ name, header, rank, order }];
      }),
    )
    .sort((one, other) => one.rank - other.rank || one.order - other.order);
  const mapping: ImportMapping = {};
  const taken = new Set<string>();
  for (const { name, header } of candidates) {
    if (mapping[name] || taken.has(header)) continue;
    mapping[name] = { header };
    taken.add(header);
  }
  return mapping;
}

/**
 * The other kind, where the headers fit that one clearly better: a file of loads among the customers. Null where the
 * file may well be of this kind.
 */
export function looksLike(kind: ImportKind, headers: readonly string[]): ImportKind | null {
  const other: ImportKind = kind === "customers" ? "loads" : "customers";
  const [own, others] = [guessMapping(kind, headers), guessMapping(other, headers)];
  const isClear = Object.keys(others).length >= Object.keys(own).length + 3;
  return isClear && mappingGaps(other, others).every((gap) => gap.includes("status")) ? other : null;
}

/** "Load #" → "load number", "ORIGIN_CITY" → "origin city", "OriginCity" → "origin city". */
function wordsOf(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/#/g, " number ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/^number (?=\S)/, "");
}
