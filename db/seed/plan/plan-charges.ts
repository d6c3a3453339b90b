import type { Lane } from "../data/lanes.ts";
import type { Random } from "../random.ts";
import type { LinePlan } from "./plan-types.ts";

/** What a load pays: a rate per mile, now and then fuel, waiting, a lumper or a night. Amounts in cents. */
export function planCharges(random: Random, [, , , , miles]: Lane): LinePlan[] {
  const centsPerMile = random.int(212, 318);
  const lineHaul = Math.max(65_000, Math.round((miles * centsPerMile) / 2_500) * 2_500);
  const lines: LinePlan[] = [{ kind: "line_haul", description: "", amountCents: lineHaul }];
  if (random.chance(0.35)) {
    lines.push({ kind: "fuel_surcharge", description: "", amountCents: miles * random.int(38, 52) });
  }
  if (random.chance(0.15)) {
    const hours = random.int(2, 5);
    const place = random.pick(["pickup", "delivery"]);
    const amountCents = hours * random.pick([5_000, 6_000, 7_500]);
    lines.push({ kind: "detention", description: `${hours} h at ${place}`, amountCents });
  }
  if (random.chance(0.1)) {
    lines.push({ kind: "lumper", description: "Receipt attached", amountCents: random.int(24, 76) * 500 });
  }
  if (random.chance(0.04)) lines.push({ kind: "layover", description: "1 night", amountCents: 25_000 });
  return lines;
}

/** What is paid for a truck that came for nothing. */
export function planTonuCharge(random: Random): LinePlan[] {
  return [{ kind: "tonu", description: "", amountCents: random.pick([15_000, 20_000, 25_000]) }];
}

/** A reference as this broker writes them: # becomes a digit, @ a letter. */
export function planPoNumber(random: Random, pattern: string): string {
  const digits = pattern.replace(/#/g, () => String(random.int(0, 9)));
  return digits.replace(/@/g, () => random.pick([..."ABCDEFGHJKLMNPRSTUVWX"]));
}
