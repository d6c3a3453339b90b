import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the tested installation keeps its data; the server of the journeys begins by emptying it. */
export function dataFolder(port = Number(process.env.E2E_PORT || 3210)): string {
  return join(tmpdir(), `lading-e2e-${port}`);
}
