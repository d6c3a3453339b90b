import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

const config = readFileSync(`${root}/next.config.mjs`, "utf8");
const packages = quotedIn(/COMMANDS_NEED = \[(.*)\]/.exec(config)?.[1]);
const dockerfile = readFileSync(`${root}/Dockerfile`, "utf8");
const folders = [...dockerfile.matchAll(/^COPY --from=build .* \/app\/(\w+) \.\/\w+$/gm)].map(
  ([, folder]) => folder,
);

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
  "scripts/create-company.ts",
  "scripts/account-link.ts",
  "scripts/rotate-secrets.ts",
  "db/migrate.ts",
])("the image holds all that %s loads", async (command) => {
  const env = { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" };
  const args = ["--import", TELL_LOADED, command, "--no-such-option"];
  const { stdout } = await run(process.execPath, args, { cwd: root, env }).catch((ended) => ended);
  const loaded = (JSON.parse(stdout.split("\nLOADED ")[1]) as string[]).filter((url) =>
    url.startsWith("file:"),
  );
  expect(loaded.length).toBeGreaterThan(3);
  for (const url of loaded) {
    const path = fileURLToPath(url).slice(root.length);
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    if (name) expect(packages).toContain(name);
    else expect(folders).toContain(path.split("/")[0]);
  }
});

function quotedIn(list = ""): string[] {
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}
