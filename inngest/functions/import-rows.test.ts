import { expect, test } from "vitest";
import { inlineSteps } from "#server/factoring/testing/inline-steps.ts";
import type { ImportProgress } from "#server/imports/import-job.ts";
import { newId } from "#server/kernel/ids.ts";
import { scopeOf } from "./company-scope.ts";
import { bringInRows } from "./import-rows.ts";

const job = { scope: scopeOf({ companyId: newId("company") }), importId: newId("import") };

/** Hands out the given results one after the other. */
function inTurn(results: ImportProgress[]) {
  const rest = [...results];
  return async () => {
    const next = rest.shift();
    if (!next) throw new Error("called once too often");
    return next;
  };
}

test("a large file goes through in steps of their own, and a run that starts over repeats none that was kept", async () => {
  const steps = inlineSteps();
  const first: ImportProgress[] = [
    { next: "rows", doneRows: 10_000 },
    { next: "rows", doneRows: 20_000 },
  ];
  await expect(bringInRows(job, steps, inTurn(first))).rejects.toThrow("once too often");
  expect(await bringInRows(job, steps, inTurn([{ next: "end" }]))).toEqual({ doneRows: 20_000 });
  expect(steps.stepIds()).toEqual(["rows after 0", "rows after 10000", "rows after 20000"]);
});
