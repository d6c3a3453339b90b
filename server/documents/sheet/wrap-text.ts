type Measure = (text: string) => number;

/**
 * Breaks text into lines no wider than `width`, keeping its own line breaks; a word that is wider by itself is cut.
 * `measure` gives a text's width in the same unit.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const space = measure(" ");
  return text.split(/\r\n|\r|\n/).flatMap((line) => wrapLine(line, { width, space, measure }));
}

function wrapLine(
  line: string,
  { width, space, measure }: { width: number; space: number; measure: Measure },
): string[] {
  const lines: string[] = [];
  let current = "";
  let used = 0;
  for (const word of line.split(/\s+/).flatMap((whole) => cutWord(whole, width, measure))) {
    const wordWidth = measure(word);
    if (current !== "" && used + space + wordWidth > width) {
      lines.push(current);
      current = "";
    }
    used = current === "" ? wordWidth : used + space + wordWidth;
    current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function cutWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && measure(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
