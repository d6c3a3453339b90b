/** The workload's app as a process of its own, to be killed. Notes go to PostgreSQL, which survives. */

import { serve } from "inngest/node";
import postgres from "postgres";
import { startAppServer } from "../testing/app-server.ts";
import { createClient } from "../testing/harness.ts";
import { workload } from "./workload.ts";

const { DATABASE_URL = "", ENGINE_URL = "", APP_PORT = "0", CHECKPOINTING } = process.env;
const sql = postgres(DATABASE_URL, { max: 4 });
const client = createClient({ id: "app", baseUrl: ENGINE_URL, checkpointing: CHECKPOINTING === "on" });
const functions = workload(client, async (run, step) => {
  await sql`insert into note (run, step) values (${run}, ${step})`;
});
const server = await startAppServer(Number(APP_PORT));
server.handle(serve({ client, functions }));
console.log(`ready ${server.url}`);
