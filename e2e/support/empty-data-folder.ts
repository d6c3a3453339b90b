import { rmSync } from "node:fs";
import { join } from "node:path";
import { findPostmaster } from "#local/postgres/postmaster-pid.ts";
import { dataFolder } from "./data-folder.ts";

/*
 * Empties the folder of the tested installation, and stops the database of a run that was killed in it. A command of
 * its own: the configuration is read by others too, while an installation runs.
 */
const abandoned = findPostmaster(join(dataFolder(), "postgres-18", "data"));
if (abandoned) process.kill(abandoned.pid, "SIGQUIT");
rmSync(dataFolder(), { recursive: true, force: true });
