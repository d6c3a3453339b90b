import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { ROOT } from "./settings.ts";

// Stripping types and compiling is half of a start; the cache serves every node process started from here.
const cache = join(ROOT, "node_modules", ".cache", "node-compile");
enableCompileCache(cache);
process.env.NODE_COMPILE_CACHE = cache;

const { main } = await import("./run.ts");
await main(process.argv.slice(2));
