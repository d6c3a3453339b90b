import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import type { Order, Reply } from "./jobs.ts";

/** Node runs the source itself: a bundler would have to know of a second process. */
const READER = join("server", "documents", "reader", "main.ts");

const HEAP_MEGABYTES = 512;

/** A process that reads files; it ends with ours. */
export type Reader = {
  /** Its answer; undefined where it died over the job: it had taken more than it was allowed. */
  ask: (order: Order) => Promise<Reply | undefined>;
  isAlive: () => boolean;
  end: () => void;
};

/** Starts a reader. Throws where it can't be started, which is no file's fault. */
export async function startReader(): Promise<Reader> {
  const child = fork(/* turbopackIgnore: true */ join(process.cwd(), READER), {
    // No secret of ours is in there, and no flag that we were started with.
    env: { NODE_ENV: "production", NODE_COMPILE_CACHE: getCompileCacheDir() },
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // What goes wrong with it shows in its end; an error that nobody hears would end us.
  child.on("error", () => undefined);
  if ((await nextMessage(child)) === undefined)
    throw new Error(`The process that reads files (${READER}) did not start.`);
  const isAlive = () => child.connected && child.exitCode === null && child.signalCode === null;
  rest(child);
  return {
    isAlive,
    end: () => void child.kill("SIGKILL"),
    ask: async (order) => {
      if (!isAlive()) throw new Error("The process that reads files is gone.");
      child.ref();
      child.channel?.ref();
      child.send(order, () => undefined);
      const reply = await nextMessage(child);
      rest(child);
      return reply as Reply | undefined;
    },
  };
}

/** One that waits for work keeps nobody from ending. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** What it says next; undefined when it dies instead. */
function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = (message?: unknown) => {
      child.off("message", settle).off("exit", onEnd).off("error", onEnd);
      resolve(message);
    };
    const onEnd = () => settle();
    child.once("message", settle).once("exit", onEnd).once("error", onEnd);
  });
}
