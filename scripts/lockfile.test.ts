import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Lockfile, missingOptionalEntries, registryHosts, withEntries } from "./lockfile.ts";

const lock: Lockfile = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

test("the lock lists every platform's binaries, so `npm ci` works on all of them (npm run deps:complete-lock)", () => {
  expect(Object.keys(missingOptionalEntries(lock))).toEqual([]);
});

test("the lock names no registry host", () => {
  expect(registryHosts(lock)).toEqual([]);
});

test("a left-out binary is added with the platform its name says", () => {
  const incomplete: Lockfile = {
    packages: {
      "": {},
      "node_modules/next": { optionalDependencies: { "@next/swc-linux-x64-musl": "16.4.6", sharp: "1.0.0" } },
      "node_modules/next/node_modules/sharp": { version: "1.0.0" },
    },
  };
  const missing = missingOptionalEntries(incomplete);
  expect(missing).toEqual({
    "node_modules/@next/swc-linux-x64-musl": {
      version: "16.4.6",
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
    },
  });
  expect(missingOptionalEntries(withEntries(incomplete, missing))).toEqual({});
});
