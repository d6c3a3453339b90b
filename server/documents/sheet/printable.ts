/**
 * Text in the characters that a PDF's standard fonts have: accents and typographic signs they lack become their plain
 * letters ("Łódź" → "Lódz"), anything else a question mark. A name is never a reason for an invoice not to print.
 */
export function printable(text: string, characterSet: ReadonlySet<number>): string {
  let result = "";
  for (const character of text.normalize("NFC")) result += printableCharacter(character, characterSet);
  return result;
}

const PLAIN: Readonly<Record<string, string>> = {
  "\t": " ",
  "\u00a0": " ",
  "\u2007": " ",
  "\u202f": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
  "\u2192": "to",
  Ł: "L",
  ł: "l",
  đ: "d",
  Đ: "D",
};

function printableCharacter(character: string, characterSet: ReadonlySet<number>): string {
  if (character === "\n" || has(character, characterSet)) return character;
  const plain = PLAIN[character] ?? character.normalize("NFD").replace(/\p{M}/gu, "");
  if (plain === "" && /\p{M}/u.test(character)) return "";
  return plain !== "" && [...plain].every((letter) => has(letter, characterSet)) ? plain : "?";
}

function has(character: string, characterSet: ReadonlySet<number>): boolean {
  return characterSet.has(character.codePointAt(0) ?? -1);
}
