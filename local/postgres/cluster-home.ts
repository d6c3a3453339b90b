import { createHash } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PostgresProblem } from "./postgres-problem.ts";
import { type Account, chooseAccount, mayEnter } from "./run-as.ts";

/** On-disk format of the server in `optionalDependencies`; another major starts its own folder. */
const MAJOR_VERSION = 18;

/** Where a cluster lives and who runs it. `notice` says so when it isn't where one would look. */
export type ClusterHome = { folder: string; account: Account; notice?: string };

/**
 * `<dataDir>/postgres-18`, owned by the account that runs the server. When we are root and that account can't enter
 * `dataDir` (a checkout under a private home), a folder under the system's var or temp directory.
 */
export function prepareClusterHome(dataDir: string): ClusterHome {
  const preferred = join(resolve(dataDir), `postgres-${MAJOR_VERSION}`);
  makeFolder(resolve(dataDir), 0o711);
  const account = chooseAccount(preferred);
  if (!account || mayEnter(resolve(dataDir), account)) {
    own(preferred, account);
    return { folder: preferred, account };
  }
  const folder = join(systemFolder(resolve(dataDir)), `postgres-${MAJOR_VERSION}`);
  own(folder, account);
  return { folder, account, notice: `The database lives in ${folder}: its account can't enter ${dataDir}.` };
}

/** The binaries' folder, copied into the cluster's parent when the account can't enter the original. */
export function reachableBinaries(binaries: string, home: ClusterHome): string {
  if (!home.account || mayEnter(join(binaries, "bin"), home.account)) return binaries;
  const copy = join(home.folder, "native");
  if (!existsSync(join(copy, "bin", "postgres"))) {
    cpSync(binaries, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
  }
  return copy;
}

function systemFolder(dataDir: string): string {
  const name = `lading-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  const parent = ["/var/lib", "/var/tmp"].find(isWritable) ?? tmpdir();
  const folder = join(parent, name);
  makeFolder(folder, 0o711);
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function own(folder: string, account: Account): void {
  makeFolder(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

function makeFolder(folder: string, mode: number): void {
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, mode);
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new PostgresProblem(
      `${folder} can't be written: make it writable for you, or set LADING_DATA_DIR to a folder that is.`,
      { cause },
    );
  }
}
