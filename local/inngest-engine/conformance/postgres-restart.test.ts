import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { startPostgres } from "../../postgres/start-postgres.ts";
import { temporaryDataFolder } from "../../postgres/temporary-data-folder.ts";
import { startHarness } from "../testing/harness.ts";
import { busyStep, mostAtOnce } from "../testing/spans.ts";
import { createTrace } from "../testing/trace.ts";

test("runs go on after PostgreSQL was killed and came back, without repeating a saved step", async () => {
  const dataDir = temporaryDataFolder("engine-postgres-");
  const first = await startPostgres({ dataDir, port: 0 });
  const harness = await startHarness({
    checkpointing: true,
    server: first.url,
    settings: { INNGEST_ENGINE_LEASE_SECONDS: "4" },
  });
  const trace = createTrace();
  await harness.serve([
    harness.client.createFunction(
      { id: "through", triggers: { event: "through" }, retries: 3, concurrency: 3 },
      async ({ event, step }) => {
        for (const name of ["a", "b", "c"]) {
          await step.run(name, async () => {
            trace.add(`${event.data.n}${name}`);
            await busyStep(trace, "busy", 100);
          });
        }
      },
    ),
  ]);
  await harness.client.send(Array.from({ length: 6 }, (_, n) => ({ name: "through", data: { n } })));
  await trace.until("busy:end", 4);
  const saved = await harness.savedSteps();
  const before = new Map([...saved].map((label) => [label, trace.all(label).length]));
  process.kill(first.pid, "SIGKILL");
  await first.ended;
  const second = await startPostgres({ dataDir, port: first.port, samePort: true });
  await harness.untilRun("through", "Completed", 6);
  for (const label of saved) expect([label, trace.all(label).length]).toEqual([label, before.get(label)]);
  expect(mostAtOnce(trace, "busy")).toBeLessThanOrEqual(3);
  await harness.close();
  await second.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 120_000);
