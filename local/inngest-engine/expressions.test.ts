import { expect, test } from "vitest";
import { holds, keyValue, numberValue } from "./expressions.ts";

const event = {
  id: "e",
  name: "n",
  ts: 0,
  data: { n: 3, rate: 0.25, company: "c_1", tags: ["a"], nested: { ok: true } },
};

test.each([
  ["event.data.n == 3", true],
  ["event.data.n > 2 && event.data.rate < 0.5", true],
  ["event.data.rate == 0.25", true],
  ["event.data.company == 'c_1'", true],
  ["'a' in event.data.tags", true],
  ["event.data.nested.ok", true],
  ["event.data.missing == 1", false],
  ["event.data.company", false],
  ["event.data.n ==", false],
])("%s holds: %s", (expression, expected) => {
  expect(holds(expression, { event })).toBe(expected);
});

test("a wait compares the event that started the run with the incoming one", () => {
  const other = { ...event, data: { ...event.data, company: "c_2" } };
  expect(holds("event.data.company == async.data.company", { event, async: event })).toBe(true);
  expect(holds("event.data.company == async.data.company", { event, async: other })).toBe(false);
});

test("a key is a string, empty when the event lacks its field", () => {
  expect(keyValue("event.data.company", { event })).toBe("c_1");
  expect(keyValue("event.data.company + '-' + event.name", { event })).toBe("c_1-n");
  expect(keyValue("event.data.n", { event })).toBe("3");
  expect(keyValue("event.data.nothing", { event })).toBe("");
});

test("a number expression counts 0 without its field", () => {
  expect(numberValue("event.data.n * 2", { event })).toBe(6);
  expect(numberValue("event.data.nothing", { event })).toBe(0);
});
