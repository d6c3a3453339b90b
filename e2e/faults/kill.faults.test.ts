import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "../support/desk.ts";
import { type Stack, type StackPart, startStack } from "../support/stack.ts";
import { expectExactlyOnce, type Outcome } from "./exactly-once.ts";

const BATCH = 200;
const KILLED_AT = 60;
const PARTS = ["app", "engine", "postgres"] as const satisfies StackPart[];
const table: ({ killed: StackPart } & Outcome)[] = [];
let stack: Stack;
let desk: Desk;

beforeAll(async () => {
  stack = await startStack({
    LADING_DEMO_QUEUED: String(BATCH * PARTS.length + 20),
    OTR_CONCURRENCY: "10",
    OTR_REPLAY_SECONDS: "1,2,4,8",
  });
  desk = await openDesk(stack);
  await desk.sandbox.setLatency({ "create-invoice": 60, "file-upload": 90 });
});

afterAll(async () => {
  console.table(table);
  await desk?.close();
  await stack?.stop();
});

test.each(PARTS)(
  `kill -9 of the %s in the middle of a batch of ${BATCH} loses, doubles and strands no invoice`,
  async (part) => {
    const batchId = await desk.submit(await desk.ready(BATCH));
    while (accepted(await desk.invoicesOf(batchId)) < KILLED_AT) await pause(20);
    stack.kill(part);
    const rows = await desk.settled(batchId, 180_000);

    // A second copy is allowed where the answer to an upload was lost with the process: uploads have no idempotency.
    const outcome = await expectExactlyOnce(desk, rows, { secondCopies: true });
    table.push({ killed: part, ...outcome });
    expect(outcome.accepted).toBe(BATCH);
    expect(outcome.copies).toBeLessThanOrEqual(10);
  },
);

function accepted(rows: { state: string }[]): number {
  return rows.filter(({ state }) => state === "accepted").length;
}
