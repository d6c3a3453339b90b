const FIRST_NUMBER = "1001";

/**
 * The load numbers after the highest of a subsidiary's latest ones, to suggest from: prefix and width stay, so
 * "NR0099" is followed by "NR0100". Numbers that end in no digit are passed over.
 */
export function nextLoadNumbers(latest: readonly string[], count: number): string[] {
  const highest = highestOf(latest);
  if (!highest) return Array.from({ length: count }, (_, step) => String(Number(FIRST_NUMBER) + step));
  const { prefix, digits, value } = highest;
  return Array.from({ length: count }, (_, step) => {
    const next = String(value + BigInt(step + 1));
    return `${prefix}${next.padStart(digits.length, "0")}`;
  });
}

type Numbered = { prefix: string; digits: string; value: bigint };

/** The highest of those that have the prefix of the newest: another series may run beside it. */
function highestOf(latest: readonly string[]): Numbered | undefined {
  const numbered = latest.flatMap((number) => parseNumber(number) ?? []);
  const series = numbered.filter(({ prefix }) => prefix === numbered[0]?.prefix);
  return series.toSorted((one, other) => (one.value < other.value ? 1 : -1))[0];
}

function parseNumber(number: string): Numbered | undefined {
  const [, prefix = "", digits] = /^(.*?)(\d+)$/.exec(number) ?? [];
  return digits === undefined ? undefined : { prefix, digits, value: BigInt(digits) };
}

/** Says that a number is another load's, and which one is free. */
export function numberTaken(loadNumber: string, free: string | null): string {
  return `Another load has the number ${loadNumber} already. ${free ? `${free} is free.` : "Choose another one."}`;
}
