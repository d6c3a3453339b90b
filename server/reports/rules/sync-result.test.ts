import { expect, test } from "vitest";
import { syncResult } from "./sync-result.ts";

test("a sync says what changed, and is silent about what did not happen", () => {
  expect(syncResult({ newlyFinanced: 3, changed: 0, unchanged: 14, needsYou: 1, unreadable: 0 })).toBe(
    "3 newly financed, 14 unchanged, 1 needs you",
  );
  expect(syncResult({ newlyFinanced: 0, changed: 2, unchanged: 0, needsYou: 2, unreadable: 1 })).toBe(
    "0 newly financed, 2 changed, 0 unchanged, 2 need you, 1 could not be read",
  );
});
