import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterHome } from "./cluster-home.ts";
import { PostgresProblem } from "./postgres-problem.ts";

/** Superuser of the embedded cluster and owner of what the migrations create. */
export const OWNER = "lading_owner";

/**
 * Creates the cluster once, with a generated password for the owner (kept beside it, readable by its account only).
 * The folder appears under its final name only when complete, so an interrupted first start is simply repeated.
 */
export function initCluster(home: ClusterHome, binaries: string): { dataFolder: string; password: string } {
  const dataFolder = join(home.folder, "data");
  const passwordFile = join(home.folder, "owner-password");
  if (existsSync(dataFolder)) return { dataFolder, password: readFileSync(passwordFile, "utf8").trim() };

  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  const unfinished = join(home.folder, "data.new");
  rmSync(unfinished, { recursive: true, force: true });
  runInitdb(home, join(binaries, "bin", "initdb"), [
    ...["--pgdata", unfinished, "--username", OWNER, "--pwfile", passwordFile],
    ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync", "--set", "timezone=UTC"],
    ...["--locale-provider", "builtin", "--locale", "C", "--builtin-locale", "C.UTF-8"],
  ]);
  renameSync(unfinished, dataFolder);
  return { dataFolder, password };
}

function runInitdb(home: ClusterHome, initdb: string, args: string[]): void {
  const result = spawnSync(initdb, args, {
    ...home.account,
    cwd: "/",
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  if (result.status === 0) return;
  const reason = result.error?.message ?? result.stderr.trim().split("\n").at(-1) ?? "no reason given";
  throw new PostgresProblem(
    `The embedded PostgreSQL can't set up ${home.folder} (${reason}): set DATABASE_URL to a PostgreSQL server instead.`,
  );
}
