import { expect, test } from "vitest";
import { correctionRefusal } from "./correction.ts";

test.each([
  ["queued", null, true],
  ["queued", { state: "failed", isAtOtr: false }, true],
  ["queued", { state: "failed", isAtOtr: true }, false],
  ["queued", { state: "unknown", isAtOtr: false }, false],
  ["queued", { state: "pending", isAtOtr: false }, false],
  ["delivered", null, true],
  ["invoiced", { state: "accepted", isAtOtr: true }, false],
  ["financed", null, false],
] as const)(
  "a load that is %s with the submission %j can be corrected: %s",
  (status, submission, possible) => {
    expect(correctionRefusal({ status, submission }) === null).toBe(possible);
  },
);
