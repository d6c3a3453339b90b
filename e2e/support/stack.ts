import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "#local/postgres/free-port.ts";
import { findPostmaster } from "#local/postgres/postmaster-pid.ts";
import { temporaryDataFolder } from "#local/postgres/temporary-data-folder.ts";

/** Where the parts of a running Lading answer, as the launcher notes them in `addresses.json`. */
export type StackAddresses = {
  appUrl: string;
  databaseUrl: string;
  ownerUrl: string;
  engineUrl: string;
  sandboxUrl: string;
};

export type StackPart = "app" | "engine" | "sandbox" | "postgres";

/** The whole product, started as a user starts it, in a data folder of its own. */
export type Stack = StackAddresses & {
  dataDir: string;
  /** The process id of a part as it runs now. */
  pidOf(part: StackPart): number;
  /** Ends a part with SIGKILL; the launcher starts it again. */
  kill(part: StackPart): void;
  stop(): Promise<void>;
};

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a part's command line holds. */
const COMMANDS = {
  app: /next-server|next start/,
  engine: /inngest-engine/,
  sandbox: /otr-sandbox/,
  postgres: /postgres/,
} as const satisfies Record<StackPart, RegExp>;

/** Starts the launcher and waits until it says that it runs. Throws an Error with its output when it gives up. */
export async function startStack(env: Record<string, string> = {}): Promise<Stack> {
  const dataDir = temporaryDataFolder("lading-stack-");
  const port = await freePort(0);
  const launcher = spawn(process.execPath, ["local/launcher/main.mjs", "start"], {
    cwd: ROOT,
    env: { ...process.env, ...withoutServers, ...env, PORT: String(port), LADING_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collect(launcher);
  while (!output.text.includes("Lading is running")) {
    if (launcher.exitCode !== null) throw new Error(`Lading did not start:\n${output.text}`);
    await pause(50);
  }
  const addresses: StackAddresses = JSON.parse(readFileSync(join(dataDir, "addresses.json"), "utf8"));
  const pidOf = (part: StackPart) =>
    part === "postgres" ? postmasterPid(dataDir) : childPid(launcher.pid ?? 0, COMMANDS[part]);
  return {
    ...addresses,
    dataDir,
    pidOf,
    kill: (part) => process.kill(pidOf(part), "SIGKILL"),
    stop: async () => {
      launcher.kill("SIGTERM");
      while (launcher.exitCode === null && launcher.signalCode === null) await pause(50);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A stack of its own uses none of the servers that the developer's environment names. */
const withoutServers = {
  DATABASE_URL: "",
  DATABASE_OWNER_URL: "",
  INNGEST_DEV: "",
  INNGEST_BASE_URL: "",
  OTR_BASE_URL: "",
  OTR_SUBSCRIPTION_KEY: "",
  NEXTAUTH_URL: "",
};

function collect(child: ChildProcess): { text: string } {
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output.text += chunk.toString();
    });
  }
  return output;
}

function postmasterPid(dataDir: string): number {
  const postmaster = findPostmaster(join(dataDir, "postgres-18", "data"));
  if (!postmaster) throw new Error(`No database runs in ${dataDir}.`);
  return postmaster.pid;
}

function childPid(parent: number, command: RegExp): number {
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const line of processes.split("\n")) {
    const [, pid, ppid, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(ppid) === parent && command.test(args ?? "")) return Number(pid);
  }
  throw new Error(`The launcher runs nothing like ${command}.`);
}
