import { fromUUID, toUUID, typeidUnboxed } from "typeid-js";
import { expect, test } from "vitest";
import { uuidOfSuffix } from "./id-suffix.ts";

const edges = ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
const made = Array.from({ length: 2_000 }, () => toUUID(typeidUnboxed("load")));

test("a suffix stands for the uuid that it has in the TypeID specification's library", () => {
  for (const uuid of [...edges, ...made]) {
    const suffix = fromUUID(uuid, "load").slice("load_".length);
    expect(uuidOfSuffix(suffix)).toBe(uuid);
  }
});

test.each([
  "",
  "0123",
  "8zzzzzzzzzzzzzzzzzzzzzzzzz",
  "01jd00000000000000000000l0",
  "01JD0000000000000000000000",
  "01jd0000000000000000000é00",
  "01jd000000000000000000000-",
  "01jd00000000000000000000000",
])("%j is no suffix", (suffix) => {
  expect(uuidOfSuffix(suffix)).toBeUndefined();
});
