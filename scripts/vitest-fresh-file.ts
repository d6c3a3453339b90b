import { vi } from "vitest";

/*
 * Test files share a process, so that libraries are loaded once. Before each file all of Lading's own modules are
 * forgotten, and with them whatever they keep: configuration, connections, caches.
 */
const kept: { ladingFirstEnvironment?: NodeJS.ProcessEnv } = globalThis as never;
const environment = kept.ladingFirstEnvironment ?? { ...process.env };

vi.resetModules();
for (const name of Object.keys(globalThis)) {
  // The pool of the file before stays, closed, until `testDatabase` opens its own: a late statement finds it closed.
  if (name.startsWith("lading") && name !== "ladingDatabase") Reflect.deleteProperty(globalThis, name);
}
kept.ladingFirstEnvironment = environment;
for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
Object.assign(process.env, environment);
