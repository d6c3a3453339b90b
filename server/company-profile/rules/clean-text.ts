/**
 * Pasted text as it is kept and printed: one kind of line break and of space, nothing invisible, no blanks at line
 * ends, at most one empty line between paragraphs. The words stay as they were, typographic quotes included.
 */
export function cleanText(pasted: string): string {
  return pasted
    .normalize("NFC")
    .replaceAll(LINE_BREAKS, "\n")
    .replaceAll(SPACES, " ")
    .replaceAll(INVISIBLE, "")
    .replaceAll(/ +\n/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

// Controls, soft hyphens, zero-width characters and marks of direction: Word and web pages leave them behind.
const INVISIBLE = /[^\P{Cc}\n]|\p{Cf}/gu;
