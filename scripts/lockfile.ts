/** One package in package-lock.json, as far as it matters here. */
export type LockEntry = {
  version?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

/** package-lock.json, version 3: packages by their path, `node_modules/…`; the project itself is `""`. */
export type Lockfile = { packages: Record<string, LockEntry> };

/**
 * Entries for the optional dependencies (binaries of other platforms) that npm left out because the registry it asked
 * did not carry them. Without them `npm ci` refuses the lock on those platforms.
 */
export function missingOptionalEntries(lock: Lockfile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isResolvable(lock, path, name)) continue;
      missing[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

/** The same lock with these entries added, its packages in npm's order. */
export function withEntries(lock: Lockfile, entries: Record<string, LockEntry>): Lockfile {
  const packages = Object.entries({ ...lock.packages, ...entries });
  packages.sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(packages) };
}

/** Hosts the lock's packages are fetched from; a shared lock names none. */
export function registryHosts(lock: Lockfile): string[] {
  const urls = Object.values(lock.packages).flatMap((entry) => entry.resolved ?? []);
  return [...new Set(urls.filter((url) => /^https?:/.test(url)).map((url) => new URL(url).host))];
}

/** Node's lookup: the package's own node_modules, then its parents'. */
function isResolvable(lock: Lockfile, from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(base.lastIndexOf("node_modules/") - 1, 0))) {
    if (lock.packages[`${base}${base && "/"}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const LIBCS: Record<string, string> = { gnu: "glibc", musl: "musl" };

/** Binary packages carry their platform in their name: `@next/swc-linux-x64-musl`. */
function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (cpu.length === 0)
    throw new Error(`${name}: can't tell its platform from its name; add it to the lock by hand`);
  const libc = words.flatMap((word) => LIBCS[word] ?? []);
  return { ...(os.length > 0 && { os }), cpu, ...(libc.length > 0 && { libc }) };
}
