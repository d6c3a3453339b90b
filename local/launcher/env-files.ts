import { existsSync } from "node:fs";
import { join } from "node:path";

/** Reads `.env.local` and `.env` into process.env, as the app does; what is set already wins. */
export function loadEnvFiles(root: string): void {
  for (const name of [".env.local", ".env"]) {
    const file = join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
