import { expect, test } from "vitest";
import { ACTION_GROUPS, AUDIT_ACTION_NAMES, actionWords } from "./action-groups.ts";

test("every action stands in exactly one group, so the drop-down offers it", () => {
  const listed = ACTION_GROUPS.flatMap(({ actions }) => actions);
  expect(listed.toSorted()).toEqual(AUDIT_ACTION_NAMES.toSorted());
});

test("an action that was given up is shown as it was stored", () => {
  expect(actionWords("batch.submitted")).toBe("Batch submitted");
  expect(actionWords("fuel_card.linked")).toBe("fuel_card.linked");
});
