import { expect, test } from "vitest";
import { neededStandIns } from "./stand-ins.ts";

const ALL = { postgres: true, engine: true, sandbox: true };

test.each([
  ["nothing configured", {}, ALL],
  ["empty values, as in a copied .env.example", { DATABASE_URL: "", INNGEST_DEV: "", OTR_BASE_URL: "" }, ALL],
  ["a PostgreSQL of one's own", { DATABASE_URL: "postgres://db/lading" }, { ...ALL, postgres: false }],
  ["OTR itself", { OTR_BASE_URL: "https://services.example.com/carrier-tms/2" }, { ...ALL, sandbox: false }],
  ["the Inngest dev server", { INNGEST_DEV: "1" }, { ...ALL, engine: false }],
  ["a dev server elsewhere", { INNGEST_DEV: "http://jobs:8288" }, { ...ALL, engine: false }],
  [
    "a self-hosted Inngest",
    { INNGEST_DEV: "0", INNGEST_BASE_URL: "https://jobs" },
    { ...ALL, engine: false },
  ],
  ["Inngest Cloud", { INNGEST_SIGNING_KEY: "k", INNGEST_EVENT_KEY: "e" }, { ...ALL, engine: false }],
  ["half of Inngest Cloud's keys", { INNGEST_SIGNING_KEY: "k" }, ALL],
  ["the dev server switched off, with no other named", { INNGEST_DEV: "0" }, ALL],
])("%s: the servers nobody configured run beside the app", (_, env, expected) => {
  expect(neededStandIns({ NODE_ENV: "test", ...env })).toEqual(expected);
});
