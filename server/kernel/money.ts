/** Money is integer cents everywhere; dollars exist only on the screen and in `server/otr/mapper.ts`. */
export type Cents = number;

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** 185000 → "$1,850.00". */
export function formatCents(cents: Cents): string {
  return dollars.format(cents / 100);
}

/** Adds up amounts in cents; an empty list is 0. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
