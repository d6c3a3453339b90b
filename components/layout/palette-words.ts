/** What the palette asks the server for; null: not asked. */
export type PaletteWords = { loads: string | null; customers: string | null; batchDigits: string | null };

const NOTHING: PaletteWords = { loads: null, customers: null, batchDigits: null };

/**
 * What typed words mean: "load 1042" is a load's number and "batch #7" a batch's; digits alone may be either, or an
 * MC number; anything else is a name or the beginning of a number. One letter finds too much to be worth asking.
 */
export function paletteWords(typed: string): PaletteWords {
  const text = typed.trim().slice(0, 80);
  const [, kind, number = ""] = /^(load|batch)[\s#]+(\S.*)$/i.exec(text) ?? [];
  if (kind?.toLowerCase() === "batch") return { ...NOTHING, batchDigits: digitsOf(number) };
  if (kind) return { ...NOTHING, loads: number };
  if (text.length < 2) return NOTHING;
  return { loads: text, customers: text, batchDigits: digitsOf(text) };
}

function digitsOf(text: string): string | null {
  return /^\d{1,9}$/.test(text) ? text : null;
}
