import { readFileSync, writeFileSync } from "node:fs";
import { type Lockfile, missingOptionalEntries, withEntries } from "./lockfile.ts";

const path = new URL("../package-lock.json", import.meta.url);
const lock: Lockfile = JSON.parse(readFileSync(path, "utf8"));
const missing = missingOptionalEntries(lock);
writeFileSync(path, `${JSON.stringify(withEntries(lock, missing), null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} entries for other platforms added.`);
