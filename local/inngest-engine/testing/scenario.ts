import type { Inngest, InngestFunction } from "inngest";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type Harness, startHarness } from "./harness.ts";
import { createTrace, type Trace } from "./trace.ts";

/** What a scenario's functions and its check work with. The trace is the scenario's own. */
export type Kit = { client: Inngest; trace: Trace; harness: Harness };

export type Scenario = {
  /** The guarantee, as the test's name. */
  guarantee: string;
  functions: (kit: Kit) => InngestFunction.Any[];
  check: (kit: Kit) => Promise<void>;
  timeoutMs?: number;
};

/** Runs the scenarios at once in one app on one engine, with the SDK's checkpointing on and then off. */
export function conformance(title: string, scenarios: Scenario[]): void {
  describe.each([
    { checkpointing: true, mode: "on" },
    { checkpointing: false, mode: "off" },
  ])(`${title}, checkpointing $mode`, ({ checkpointing }) => {
    const kits = new Map<Scenario, Kit>();
    let harness: Harness | undefined;
    beforeAll(async () => {
      harness = await startHarness({ checkpointing });
      for (const scenario of scenarios) {
        kits.set(scenario, { client: harness.client, trace: createTrace(), harness });
      }
      await harness.serve([...kits].flatMap(([scenario, kit]) => scenario.functions(kit)));
    });
    afterAll(() => harness?.close());

    for (const scenario of scenarios) {
      test.concurrent(
        scenario.guarantee,
        async () => {
          const kit = kits.get(scenario);
          if (kit) await scenario.check(kit);
        },
        scenario.timeoutMs ?? 60_000,
      );
    }
  });
}
