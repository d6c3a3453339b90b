import { expect, test } from "vitest";
import type { Verdict } from "./purchase-reading.ts";
import { addCounts, countVerdicts, noCounts, syncResultLine } from "./sync-counts.ts";

const verdicts: Verdict[] = [
  ...Array.from({ length: 3 }, () => "newly_financed" as const),
  ...Array.from({ length: 14 }, () => "unchanged" as const),
  "needs_you",
];

test("the result line says what changed (R30)", () => {
  expect(syncResultLine(countVerdicts(verdicts))).toBe("3 newly financed, 14 unchanged, 1 needs you");
});

test("every checked invoice counts once", () => {
  const { checked, ...rest } = addCounts(countVerdicts(verdicts), countVerdicts(["unreadable", "changed"]));
  expect(Object.values(rest).reduce((a, b) => a + b)).toBe(checked);
});

test("nothing to check is said in words", () => {
  expect(syncResultLine(noCounts)).toBe("No open invoices to check");
});
