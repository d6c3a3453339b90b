import { quoteCell } from "../rules/cell.ts";
import type { RowProblem } from "../rules/row-reading.ts";

export type Named<Id> = { id: Id; name: string };

/** The subsidiary that a row names, in whatever case of letters; none or, for namesakes, several. */
export function whichSubsidiaries<Id>(subsidiaries: readonly Named<Id>[], name: string): Named<Id>[] {
  const exact = subsidiaries.filter((one) => one.name === name);
  if (exact.length > 0) return exact;
  return subsidiaries.filter((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** Says that no subsidiary has the name, and which there are. */
export function unknownSubsidiary(name: string, subsidiaries: readonly Named<unknown>[]): RowProblem {
  const names = subsidiaries.slice(0, 5).map((one) => one.name);
  const known =
    names.length === 0
      ? "It has none yet."
      : `It has ${names.join(", ")}${subsidiaries.length > 5 ? " and others" : ""}.`;
  return { field: "subsidiary", reason: `Your company has no subsidiary ${quoteCell(name)}. ${known}` };
}
