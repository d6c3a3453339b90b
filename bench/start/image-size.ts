import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sizeMiB } from "./folder-size.ts";

/**
 * What the image's last stage holds beside its base, by the Dockerfile's own rules: the folders it copies, and for
 * `.next/standalone` the files that Next's build has traced, with the packages of what runs beside the app.
 */
export function imageSize(root: string): { total: number; detail: string } {
  const server = sizeMiB(
    new Set([...tracedFiles(root), ...packagesBeside(root), join(root, ".next/server")]),
  );
  const sources = sizeMiB(copiedFolders(root));
  return {
    total: server + sources,
    detail: `${Math.round(server)} MiB of server and packages, ${Math.round(sources)} MiB of assets and commands`,
  };
}

function tracedFiles(root: string): Set<string> {
  const traces = globSync(".next/**/*.nft.json", { cwd: root });
  const files = traces.flatMap((trace) => {
    const folder = dirname(join(root, trace));
    const { files } = JSON.parse(readFileSync(join(root, trace), "utf8")) as { files: string[] };
    return files.map((file) => join(folder, file));
  });
  // The build itself is counted whole.
  return new Set(files.filter((file) => !file.startsWith(join(root, ".next/server"))));
}

function packagesBeside(root: string): string[] {
  const [, names = ""] = /BESIDE_THE_APP = \[([^;]*)\];/.exec(read(root, "next.config.mjs")) ?? [];
  const packages = [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  return packages.flatMap((name) =>
    globSync(`node_modules/${name}/**/*.{js,cjs,mjs,json,node,so*}`, { cwd: root }).map((file) =>
      join(root, file),
    ),
  );
}

function copiedFolders(root: string): string[] {
  const copies = read(root, "Dockerfile").matchAll(/^COPY --from=build .* \/app\/(\S+) \.\/\S/gm);
  return [...copies].map(([, folder = ""]) => join(root, folder));
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}
