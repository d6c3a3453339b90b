import { afterAll, expect, test } from "vitest";
import { type KillOutcome, type KillPlan, runWithKills } from "./kill-run.ts";
import { WANTED_RUNS } from "./workload.ts";

const PLANS: KillPlan[] = [
  { kills: "EEEEEE", checkpointing: "on", seed: 1 },
  { kills: "EEEEEE", checkpointing: "off", seed: 2 },
  { kills: "EAEEAE", checkpointing: "on", seed: 3 },
  { kills: "EAEEAE", checkpointing: "off", seed: 4 },
  { kills: "AEAEAE", checkpointing: "on", seed: 5 },
  { kills: "AEAEAE", checkpointing: "off", seed: 6 },
];

const table: (KillPlan & KillOutcome)[] = [];
afterAll(() => {
  console.table(
    table.map(({ perFunction, callsInFlight, ...row }) => ({ ...row, inFlight: callsInFlight.join(" ") })),
  );
});

test.each(PLANS)(
  "killed $kills (E engine, A app), checkpointing $checkpointing: every run ends right and no saved step runs again",
  async (plan) => {
    const outcome = await runWithKills(plan);
    table.push({ ...plan, ...outcome });
    expect(outcome).toMatchObject({
      perFunction: WANTED_RUNS,
      failed: 0,
      wrongOutputs: 0,
      savedStepsRepeated: 0,
      jobsLeft: 0,
    });
  },
  180_000,
);
