import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprintSources } from "./fingerprint.ts";
import { runToEnd } from "./run-to-end.ts";
import type { LoggedProcess } from "./spawn-logged.ts";

/** Whether `.next` holds a build of the sources as they are. */
export async function isBuilt(root: string): Promise<boolean> {
  const note = noteOf(root);
  const complete = existsSync(join(root, ".next", "BUILD_ID")) && existsSync(note);
  return complete && readFileSync(note, "utf8") === (await fingerprintSources(root));
}

/** Builds the app for production. Throws Problem with the compiler's complaint. */
export async function build(
  root: string,
  logFile: string,
  onStart?: (building: LoggedProcess) => void,
): Promise<void> {
  const fingerprint = await fingerprintSources(root);
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const args = [nextCommand(root), "build"];
  await runToEnd({ title: "The build", args, cwd: root, env, logFile }, onStart);
  writeFileSync(noteOf(root), fingerprint);
}

/** The script behind `next`. */
export function nextCommand(root: string): string {
  return join(root, "node_modules", "next", "dist", "bin", "next");
}

function noteOf(root: string): string {
  return join(root, ".next", "lading-sources");
}
