import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEMP_PREFIX } from "./with-temp-folder.ts";

/** Takes away the folders of `withTempFolder` that a killed process left behind: those not touched since `before`. */
export async function sweepTempFolders(before: Date): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(TEMP_PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const touched = await stat(folder).catch(() => undefined);
    if (touched && touched.mtime < before) await rm(folder, { recursive: true, force: true });
  }
}
