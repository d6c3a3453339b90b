import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A new data folder under the system's temporary one, for an installation that is thrown away. Others may pass through
 * it: as root the database runs under an account of its own, and would else live elsewhere and stay behind.
 */
export function temporaryDataFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o711);
  return folder;
}
