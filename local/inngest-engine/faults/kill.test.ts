import { expect, test } from "vitest";
import { runWithKills } from "./kill-run.ts";
import { WANTED_RUNS } from "./workload.ts";

test("engine and app killed once each: every run ends right and no saved step runs again", async () => {
  const outcome = await runWithKills({ kills: "EA", checkpointing: "on", seed: 7 });
  expect(outcome).toMatchObject({
    perFunction: WANTED_RUNS,
    failed: 0,
    wrongOutputs: 0,
    savedStepsRepeated: 0,
    jobsLeft: 0,
  });
}, 120_000);
