/** Ends a line, stands for a folder, or turns the order of letters: "POD\u202efdp.exe" is shown as "PODexe.pdf". */
const HARMFUL = /[\p{Cc}\p{Bidi_Control}\u2028\u2029/\\]/gu;

/** A file name with "_" for each sign that could make it something else than what it shows. */
export function harmlessFileName(name: string): string {
  return name.toWellFormed().replace(HARMFUL, "_");
}
