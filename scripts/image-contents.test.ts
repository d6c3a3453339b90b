import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const [, listed = ""] =
  /BESIDE_THE_APP = \[([^;]*)\];/.exec(readFileSync(`${root}/next.config.mjs`, "utf8")) ?? [];
const packages = [...listed.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
const copies = readFileSync(`${root}/Dockerfile`, "utf8").matchAll(
  /^COPY --from=build .* \/app\/(\w+) \.\/\w+$/gm,
);
const folders = [...copies].map(([, folder]) => folder);

/** Tells, as the process ends, which files it has loaded. */
const TELL_LOADED = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  const loaded = new Set();
  registerHooks({ resolve(name, context, next) {
    const found = next(name, context);
    loaded.add(found.url);
    return found;
  } });
  process.on("exit", () => process.stdout.write("\\nLOADED " + JSON.stringify([...loaded])));
`)}`;

test.each([
  ...["scripts/create-company.ts", "scripts/account-link.ts", "scripts/rotate-secrets.ts", "db/migrate.ts"],
  "server/documents/reader/main.ts",
])(
  "the image holds all that %s loads",
  async (script) => {
    const urls = (await loadedBy(script)).filter((url) => url.startsWith("file:"));
    expect(urls.length).toBeGreaterThan(3);
    for (const url of urls) {
      const path = fileURLToPath(url).slice(root.length);
      const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
      if (name) expect(packages).toContain(name.replace(/^@img\/.*/, "@img/*"));
      else expect(folders).toContain(path.split("/")[0]);
    }
  },
  60_000,
);

/** Starts the script without what it would need to do anything. One that waits for orders is dismissed. */
async function loadedBy(script: string): Promise<string[]> {
  const child = fork(script, ["--no-such-option"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:9/none", DATABASE_OWNER_URL: "" },
    execArgv: ["--import", TELL_LOADED],
    silent: true,
  });
  child.once("message", () => child.disconnect());
  if (!child.stdout) throw new Error("A silent child has an output.");
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return JSON.parse(output.split("\nLOADED ")[1] ?? "[]");
}
