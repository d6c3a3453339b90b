import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectControl } from "#local/otr-sandbox/control/connect-control.ts";
import type { Control } from "#local/otr-sandbox/control/control.ts";
import { dataFolder } from "./data-folder.ts";

/** OTR's side of the installation that the journeys run against. */
export function otrSandbox(): Control {
  const { sandboxUrl } = JSON.parse(readFileSync(join(dataFolder(), "addresses.json"), "utf8"));
  return connectControl(sandboxUrl);
}
