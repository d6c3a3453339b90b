import { type Cents, formatCents, sumCents } from "#server/kernel/money.ts";
import type { LoadLineKind } from "#server/loads/rules/load-line-kind.ts";
import type { TextOf } from "./import-mapping.ts";
import type { LoadFieldName } from "./load-fields.ts";
import { readAmount } from "./read-amount.ts";
import type { RowProblem } from "./row-reading.ts";

/** A charge of a load, in cents. */
export type ImportedCharge = { kind: LoadLineKind; cents: Cents };

const ACCESSORIALS = [
  { field: "fuelSurcharge", kind: "fuel_surcharge" },
  { field: "detention", kind: "detention" },
  { field: "layover", kind: "layover" },
  { field: "lumper", kind: "lumper" },
  { field: "other", kind: "other" },
] as const satisfies readonly { field: LoadFieldName; kind: LoadLineKind }[];

/**
 * Reads a load's charges. The total must be what they add up to; where there is a total and no line haul, the line
 * haul is what the accessorials leave of it. Accessorials of 0 are none.
 */
export function readCharges(text: TextOf): { charges: ImportedCharge[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const amount = (field: LoadFieldName): Cents | null => {
    const reading = readAmount(text(field));
    if ("value" in reading) return reading.value;
    problems.push({ field, reason: reading.reason });
    return null;
  };
  const accessorials = ACCESSORIALS.flatMap(({ field, kind }) => {
    const cents = amount(field);
    return cents ? [{ kind, cents }] : [];
  });
  const lineHaul = amount("lineHaul");
  const total = amount("total");
  if (problems.length > 0) return { charges: [], problems };

  const extras = sumCents(accessorials.map(({ cents }) => cents));
  const base = lineHaul ?? (total === null ? null : total - extras);
  const problem = chargeProblem({ base, extras, total });
  if (base === null || problem) return { charges: [], problems: problem ? [problem] : [] };
  return { charges: [{ kind: "line_haul", cents: base }, ...accessorials], problems };
}

type Sums = { base: Cents | null; extras: Cents; total: Cents | null };

function chargeProblem({ base, extras, total }: Sums): RowProblem | null {
  if (base === null) return { field: "lineHaul", reason: "The load has neither a line haul nor a total." };
  if (base < 0 && total !== null) {
    const reason = `The total is ${formatCents(total)}, less than the other charges of ${formatCents(extras)}.`;
    return { field: "total", reason };
  }
  if (base === 0) return { field: "lineHaul", reason: "The line haul is $0.00: nothing could be invoiced." };
  if (total !== null && total !== base + extras) {
    const reason = `The charges add up to ${formatCents(base + extras)}, but the total says ${formatCents(total)}.`;
    return { field: "total", reason };
  }
  return null;
}
