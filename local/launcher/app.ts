import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nextCommand } from "./build.ts";
import type { Launch } from "./launch.ts";
import { answers, startService } from "./service.ts";
import type { Environment } from "./spawn-logged.ts";
import { supervise } from "./supervise.ts";

const STOP_WITH_PARENT = fileURLToPath(new URL("./stop-with-parent.ts", import.meta.url));
const COMMANDS = { start: "start", dev: "dev" };

/**
 * Left to itself, V8 lets the heap of a machine with much memory grow to four times what is in use before it collects;
 * with a bound of a gigabyte it is less than twice, for the same processor time. The development server needs more.
 */
const NODE_FLAGS = { start: ["--max-old-space-size=1024"], dev: [] };

/** Starts the app's server on 127.0.0.1 and waits until it answers. */
export async function startApp({ settings, runs, say, giveUp }: Launch, env: Environment): Promise<void> {
  const { root, port, mode } = settings;
  const title = "The app";
  const command = [nextCommand(root), COMMANDS[mode], "-H", "127.0.0.1", "-p", String(port)];
  const start = () =>
    startService({
      title,
      args: [...NODE_FLAGS[mode], "--import", STOP_WITH_PARENT, ...command],
      cwd: root,
      env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production" },
      logFile: join(settings.dataDir, "logs", "app.log"),
      isReady: () => answers(`http://127.0.0.1:${port}/api/health`),
    });
  const service = supervise({ title, start, say, giveUp });
  runs.add("app", service);
  await service.ready;
}
