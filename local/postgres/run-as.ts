import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { PostgresProblem } from "./postgres-problem.ts";

/** The system account PostgreSQL runs under; undefined means "the one we are". */
export type Account = { uid: number; gid: number } | undefined;

const CANDIDATES = ["postgres", "_postgres", "nobody"];

/**
 * PostgreSQL refuses to run as root: then the owner of an existing cluster folder, else `postgres`, else `nobody`.
 */
export function chooseAccount(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    if (uid !== 0) return { uid, gid };
  }
  return unprivilegedAccount();
}

/** Whether the account may enter the folder, asked of the system itself. */
export function mayEnter(folder: string, account: Account): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/" }).status === 0;
}

function unprivilegedAccount(): NonNullable<Account> {
  const accounts = new Map(
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .map(([name = "", , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  for (const name of CANDIDATES) {
    const account = accounts.get(name);
    if (account && account.uid > 0) return account;
  }
  throw new PostgresProblem(
    "PostgreSQL refuses to run as root and there is no other system account: start Lading as a normal user, or set DATABASE_URL.",
  );
}
