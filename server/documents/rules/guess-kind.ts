import type { ChosenKind } from "./document-kind.ts";

// The more particular word first: "Lumper POD 123" is the lumper's receipt.
const SIGNS: readonly (readonly [kind: ChosenKind, words: RegExp])[] = [
  ["lumper_receipt", /lumper|unload(ing)?|capstone|relay/],
  ["scale_ticket", /scale|weigh|\bcat\b/],
  [
    "proof_of_delivery",
    /\bpods?\b|proof|deliver|\bbols?\b|bill ?of ?lading|lading|\bsigned\b|receiver|\bd ?r\b/,
  ],
  ["rate_confirmation", /\brate|rate ?con|ratecon|\brc\b|confirmation|\bconf\b|tender|\brcs?\b/],
];

/**
 * What a file is, going by its name: "Rate con 88213.pdf", "POD_60417.jpg", "signed BOL.pdf". Only a suggestion, which
 * people can change; a name that says nothing gives `other`.
 */
export function guessKind(fileName: string): ChosenKind {
  const words = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([a-z])(\d)/gi, "$1 $2")
    .replace(/[_\-.+]+/g, " ")
    .toLowerCase();
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? "other";
}
