import { readOptions } from "./read-options.ts";
import { startSandbox } from "./start-sandbox.ts";
import { watchParent } from "./watch-parent.ts";

const sandbox = await startSandbox(readOptions(process.env));

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await sandbox.close();
  process.exit(0);
};

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
watchParent(process.env.LADING_PARENT_PID, stop);
console.log(`ready ${sandbox.url}`);
