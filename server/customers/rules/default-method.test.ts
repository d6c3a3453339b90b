import { expect, test } from "vitest";
import { defaultMethod } from "./default-method.ts";

test.each([
  ["broker", true, "factoring"],
  ["broker", false, null],
  ["shipper", true, null],
  ["shipper", false, null],
] as const)("a new %s, subsidiary connected to OTR: %s, starts with %s", (kind, isConnected, method) => {
  expect(defaultMethod(kind, isConnected)).toBe(method);
});
