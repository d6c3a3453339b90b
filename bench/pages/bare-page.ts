import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { nextCommand } from "#local/launcher/build.ts";
import { freePort } from "#local/postgres/free-port.ts";

/** The least that a page of this Next can be: a heading, drawn anew for each request. */
const SOURCES = {
  "app/layout.jsx": `export const metadata = { title: "Bare" };
export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
  "app/page.jsx": `import { connection } from "next/server";
export default async function Page() { await connection(); return <h1>Bare</h1>; }`,
  "next.config.mjs": "export default { poweredByHeader: false };",
};

export type BarePage = { url: string; stop(): Promise<void> };

/** Builds and starts it beside the product. Its folder lies within the project, where Next finds its packages. */
export async function startBarePage(): Promise<BarePage> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const folder = join(root, ".lading", "bench-bare");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  for (const [name, source] of Object.entries(SOURCES)) writeFileSync(join(folder, name), source);

  const options = {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" },
  };
  execFileSync(process.execPath, [nextCommand(root), "build"], { ...options, stdio: "pipe" });
  const port = await freePort(0);
  const server = spawn(
    process.execPath,
    [nextCommand(root), "start", "-H", "127.0.0.1", "-p", String(port)],
    { ...options, stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}/`;
  await untilAnswered(url, server);
  return {
    url,
    stop: async () => {
      const ended = server.exitCode === null ? once(server, "exit") : undefined;
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswered(url: string, server: ChildProcess): Promise<void> {
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null) throw new Error("The bare page's server ended.");
    await pause(50);
  }
}
