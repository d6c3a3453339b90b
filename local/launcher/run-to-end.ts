import { Problem } from "./problem.ts";
import { type LoggedProcess, type ProcessSpec, spawnLogged } from "./spawn-logged.ts";

/**
 * Runs a script that ends by itself. Throws Problem with its complaint when it fails. `onStart` gets it while it runs,
 * so that it can be stopped.
 */
export async function runToEnd(spec: ProcessSpec, onStart?: (running: LoggedProcess) => void): Promise<void> {
  const running = spawnLogged(spec);
  onStart?.(running);
  if ((await running.ended) !== 0) throw new Problem(running.complaint("failed"));
}
