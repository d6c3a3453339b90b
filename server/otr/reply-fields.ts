/** Reads one object's fields whatever their casing: OTR mixes three spellings, sometimes in one object (OTR §5.3). */
export type ReplyFields = {
  has: (name: string) => boolean;
  text: (name: string) => string | null;
  integer: (name: string) => number | null;
  boolean: (name: string) => boolean | null;
  value: (name: string) => unknown;
};

/** The fields of a JSON object, or of the only object in an array; null for anything else. */
export function replyFields(json: unknown): ReplyFields | null {
  const record = onlyRecord(json);
  if (!record) return null;
  const byName = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
  const value = (name: string) => byName.get(name.toLowerCase());
  return {
    has: (name) => byName.has(name.toLowerCase()),
    text: (name) => textOf(value(name)),
    integer: (name) => integerOf(value(name)),
    boolean: (name) => booleanOf(value(name)),
    value,
  };
}

/** A whole number from a JSON number or a string of digits; null for anything else. */
export function integerOf(value: unknown): number | null {
  if (typeof value === "string" && /^\s*-?\d+\s*$/.test(value)) return integerOf(Number(value));
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function booleanOf(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (word === "true") return true;
  return word === "false" ? false : null;
}

function onlyRecord(json: unknown): object | null {
  const candidate: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
  if (typeof candidate !== "object" || candidate === null || Array.isArray(candidate)) return null;
  return candidate;
}
