import { Environment, type ParseResult } from "@marcbachmann/cel-js";
import type { EventPayload } from "./events.ts";

/** What an expression may read: `event`, and in waits and cancellations also `async`, the incoming event. */
export type ExpressionInput = { event: EventPayload; async?: EventPayload };

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
const parsed = new Map<string, ParseResult | undefined>();
const converted = new WeakMap<object, unknown>();

/** True when the CEL expression holds. A missing field or a broken expression makes it false, as it can't hold. */
export function holds(expression: string | null | undefined, input: ExpressionInput): boolean {
  if (!expression) return true;
  return evaluate(expression, input) === true;
}

/** The value of a key expression as a string; empty when it names a field the event lacks. */
export function keyValue(expression: string | null | undefined, input: ExpressionInput): string {
  if (!expression) return "";
  const value = evaluate(expression, input);
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value, bigintAsNumber) : String(value);
}

/** The value of a number expression; 0 when it has none. */
export function numberValue(expression: string | null | undefined, input: ExpressionInput): number {
  if (!expression) return 0;
  const value = Number(evaluate(expression, input));
  return Number.isFinite(value) ? value : 0;
}

function evaluate(expression: string, input: ExpressionInput): unknown {
  const run = parse(expression);
  if (!run) return undefined;
  try {
    return run({ event: toCel(input.event), async: input.async ? toCel(input.async) : undefined });
  } catch {
    return undefined; // CEL throws on a missing field
  }
}

function parse(expression: string): ParseResult | undefined {
  if (parsed.has(expression)) return parsed.get(expression);
  const result = tryParse(expression);
  parsed.set(expression, result);
  return result;
}

function tryParse(expression: string): ParseResult | undefined {
  try {
    return environment.parse(expression);
  } catch (error) {
    console.error(
      `inngest-engine: the expression ${JSON.stringify(expression)} is never true: ${reason(error)}`,
    );
    return undefined;
  }
}

/** JSON knows only doubles, yet `event.data.n == 3` compares with a CEL int: whole numbers become ints. */
function toCel(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const known = converted.get(value);
  if (known) return known;
  const copy = Array.isArray(value)
    ? value.map(toCel)
    : Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toCel(item)]));
  converted.set(value, copy);
  return copy;
}

function bigintAsNumber(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
