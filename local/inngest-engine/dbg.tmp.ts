import { startHarness } from "./testing/harness.ts";

const h = await startHarness({ checkpointing: true });
h.engine.child.stderr?.pipe(process.stderr);
const { client } = h;
await h.serve([
  client.createFunction({ id: "three", triggers: { event: "three" }, retries: 0 }, async ({ step }) => {
    for (const name of ["a", "b", "c"]) await step.run(name, () => console.log(name));
    console.log("end");
  }),
]);
await client.send({ name: "three" });
setTimeout(async () => {
  console.log(
    await h.database.sql`select * from run`,
    await h.database.sql`select * from job`,
    await h.database.sql`select * from step`,
  );
  console.log(h.engine.log());
  await h.close();
  process.exit();
}, 2500);
