// JavaScript, so that the cache is on before the first file whose types must be stripped: what strips them takes longer
// to load than all of the launcher.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../../node_modules/.cache/node-compile", import.meta.url));
enableCompileCache(cache);
// For every node process started from here.
process.env.NODE_COMPILE_CACHE = cache;

const { main } = await import("./run.ts");
await main(process.argv.slice(2));
