import { expect, test } from "vitest";
import { idFromUuid, idSchema, idToUuid, newId } from "./ids.ts";
import { isId } from "./is-id.ts";

test("ids made later sort later, so lists by id are lists by time", () => {
  const ids = Array.from({ length: 200 }, () => newId("load"));
  expect([...ids].sort()).toEqual(ids);
});

test("an id survives its way through the database", () => {
  const id = newId("batch");
  expect(idFromUuid("batch", idToUuid("batch", id))).toBe(id);
});

test("an id of another kind is refused before it reaches a query", () => {
  expect(isId("load", newId("batch"))).toBe(false);
  expect(() => idToUuid("load", newId("batch") as never)).toThrow(TypeError);
  expect(idSchema("load").safeParse(newId("batch")).success).toBe(false);
});

test.each(["load_", "load_zzzz", "01jd", "", 7, null])("%s is no load id", (value) => {
  expect(idSchema("load").safeParse(value).success).toBe(false);
});
