import { expect, test } from "vitest";
import { OftenAsked } from "./often-asked.ts";

const ask = (asked: OftenAsked, statement: string, times: number) =>
  Array.from({ length: times }, () => asked.isOften(statement));

test("a statement is prepared from its twentieth time on", () => {
  expect(ask(new OftenAsked(), "select 1", 22)).toEqual([...Array(19).fill(false), true, true, true]);
});

test("no more than 150 statements are prepared, however many are asked often", () => {
  const asked = new OftenAsked();
  const statements = Array.from({ length: 400 }, (_, n) => `select ${n}`);
  const prepared = statements.filter((statement) => ask(asked, statement, 30).at(-1));
  expect(prepared).toEqual(statements.slice(0, 150));
});

test("thousands that come once each leave what comes often its chance", () => {
  const asked = new OftenAsked();
  for (let n = 0; n < 5_500; n += 1) expect(asked.isOften(`select ${n}`)).toBe(false);
  expect(ask(asked, "select now()", 20).at(-1)).toBe(true);
});

test("a list of ids as long as a book is not prepared", () => {
  expect(ask(new OftenAsked(), `select ${"$1, ".repeat(3_000)}`, 50)).not.toContain(true);
});
