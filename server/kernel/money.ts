import { formatCount } from "./count.ts";

/** Money is integer cents everywhere; dollars exist only on the screen and in `server/otr/mapper.ts`. */
export type Cents = number;

/** 185000 → "$1,850.00", -5 → "-$0.05". */
export function formatCents(cents: Cents): string {
  const amount = Math.abs(cents);
  const part = String(amount % 100).padStart(2, "0");
  return `${cents < 0 ? "-" : ""}$${formatCount(Math.trunc(amount / 100))}.${part}`;
}

/** "$1,850.5" as people type it → 185050; undefined for what isn't an amount of dollars and cents. */
export function parseDollars(text: string): Cents | undefined {
  const typed = text.replace(/[\s$]/g, "");
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,9})?(?:\.(\d{0,2}))?$/.exec(typed);
  if (!match || !/\d/.test(typed)) return undefined;
  const [, sign, whole = "0", part = ""] = match;
  const cents = Number(whole.replaceAll(",", "")) * 100 + Number(part.padEnd(2, "0"));
  return sign && cents > 0 ? -cents : cents;
}

/** 185050 → "1850.50": an amount to be edited, which `parseDollars` reads back. */
export function toDollars(cents: Cents): string {
  return (cents / 100).toFixed(2);
}

/** Adds up amounts in cents; an empty list is 0. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
