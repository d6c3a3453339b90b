import { expect, test } from "vitest";
import { setTestEnv } from "#db/testing/test-env.ts";
import type { CheckJob, CheckProgress } from "#server/credit-check/check-job.ts";
import { inlineSteps } from "#server/factoring/testing/inline-steps.ts";
import { newId } from "#server/kernel/ids.ts";
import { checkCredit } from "./check-credit.ts";
import { scopeOf } from "./company-scope.ts";

setTestEnv({ DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });

const job: CheckJob = {
  scope: scopeOf({ companyId: newId("company") }),
  integrationId: newId("integration"),
  customerId: newId("customer"),
  cause: { trigger: "load_created" },
};

/** A check that comes to these, one after the other; keeps which turn was called the last. */
function inTurn(progress: CheckProgress[]) {
  const lastTries: boolean[] = [];
  const rest = [...progress];
  const check = async (_job: CheckJob, { isLastTry }: { isLastTry: boolean }) => {
    lastTries.push(isLastTry);
    return rest.shift() ?? ({ next: "wait", seconds: 5 } as const);
  };
  return { check, lastTries };
}

test("a check that OTR answers is one step", async () => {
  const steps = inlineSteps();
  const { check } = inTurn([{ next: "end", result: "decided" }]);
  expect(await checkCredit(job, steps, check)).toEqual({ result: "decided" });
  expect(steps.stepIds()).toEqual(["check 1"]);
});

test("asked to slow down, it waits durably as long as OTR says, and asks again", async () => {
  const steps = inlineSteps();
  const { check } = inTurn([
    { next: "wait", seconds: 30 },
    { next: "wait", seconds: 2 },
    { next: "end", result: "decided" },
  ]);
  expect(await checkCredit(job, steps, check)).toEqual({ result: "decided" });
  expect(steps.slept).toEqual([30, 2]);
});

test("it gives up in the end, and only the last turn is told that it is the last", async () => {
  const { check, lastTries } = inTurn([]);
  expect(await checkCredit(job, inlineSteps(), check)).toEqual({ result: "left_to_another" });
  expect(lastTries.filter(Boolean)).toEqual([true]);
  expect(lastTries.at(-1)).toBe(true);
});

test("a run that is repeated asks OTR no second time", async () => {
  const steps = inlineSteps();
  const { check, lastTries } = inTurn([
    { next: "wait", seconds: 1 },
    { next: "end", result: "unanswered" },
  ]);
  await checkCredit(job, steps, check);
  expect(await checkCredit(job, steps, check)).toEqual({ result: "unanswered" });
  expect(lastTries).toHaveLength(2);
});
