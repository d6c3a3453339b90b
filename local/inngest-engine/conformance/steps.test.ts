import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../testing/eventually.ts";
import { type Harness, startHarness } from "../testing/harness.ts";

describe.each([{ checkpointing: true }, { checkpointing: false }])("steps, checkpointing: $checkpointing", ({ checkpointing }) => {
  let harness: Harness;
  const seen: string[] = [];
  beforeAll(async () => {
    harness = await startHarness({ checkpointing });
    const { client } = harness;
    await harness.serve([
      client.createFunction({ id: "three", triggers: { event: "three" }, retries: 0 }, async ({ step }) => {
        for (const name of ["a", "b", "c"]) await step.run(name, () => seen.push(name));
        seen.push("end");
      }),
    ]);
  });
  afterAll(() => harness.close());

  test("three steps run in order", async () => {
    await harness.client.send({ name: "three" });
    await eventually("end", () => seen.includes("end"));
    expect(seen.filter((x) => x !== "end")).toEqual(["a", "b", "c"]);
  });
});
