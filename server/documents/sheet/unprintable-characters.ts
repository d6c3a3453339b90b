import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { printable } from "./printable.ts";

let standardCharacters: Promise<ReadonlySet<number>> | undefined;

/** The characters of a text that would print as a question mark, each once, in the order they come. */
export async function unprintableCharacters(text: string): Promise<string[]> {
  standardCharacters ??= readStandardCharacters();
  const characters = await standardCharacters;
  const lost = (character: string) => character !== "?" && printable(character, characters).includes("?");
  return [...new Set(text.normalize("NFC"))].filter(lost);
}

async function readStandardCharacters(): Promise<ReadonlySet<number>> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  return new Set((await pdf.embedFont(StandardFonts.Helvetica)).getCharacterSet());
}
