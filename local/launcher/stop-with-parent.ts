// Preloaded (`node --import`) into the app's server, which has no such watch of its own.
import { watchParent } from "./watch-parent.ts";

const GRACE_MS = 3_000;

watchParent(() => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
