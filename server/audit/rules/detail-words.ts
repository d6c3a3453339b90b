import { formatCount } from "#server/kernel/count.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { AuditDetail, AuditLink } from "../schemas.ts";

/** Names of details whose words can't be read off their key. */
const NAMES: Readonly<Record<string, string>> = {
  httpStatus: "HTTP status",
  otrRequestId: "OTR request id",
  requestId: "OTR request id",
  otrText: "OTR's words",
  otrBrokerName: "OTR's name for the broker",
  durationMs: "Took",
  exchanges: "Invoice, HTTP status, time and OTR request id of each",
  mcNumber: "MC number",
  usdotNumber: "USDOT number",
  poNumber: "PO number",
  sha256: "SHA-256",
  method: "Request",
  from: "From",
  word: "OTR's word",
  ip: "IP address",
};

type NameOf = (id: string) => AuditLink | undefined;

/**
 * An entry's data as lines of words: "MC number: 123 → 412907", "Total: $1,850.00". Ids become the names that `nameOf`
 * knows for them; what is empty is left out.
 */
export function detailsOf(data: Record<string, unknown>, nameOf: NameOf): AuditDetail[] {
  return Object.entries(data).flatMap(([key, value]) => linesOf(key, value, nameOf));
}

function linesOf(key: string, value: unknown, nameOf: NameOf): AuditDetail[] {
  if (isBlank(value)) return [];
  if (Array.isArray(value)) {
    return [line(key, value.map((item) => textOf(key, item, nameOf)).join("; "))];
  }
  if (!isRecord(value)) return [oneLine(key, value, nameOf)];
  if (isChange(value)) {
    return [line(key, `${textOf(key, value.from, nameOf)} → ${textOf(key, value.to, nameOf)}`)];
  }
  return detailsOf(value, nameOf);
}

function oneLine(key: string, value: unknown, nameOf: NameOf): AuditDetail {
  const named = typeof value === "string" ? nameOf(value) : undefined;
  return { ...line(key, named?.label ?? textOf(key, value, nameOf)), href: named?.href ?? null };
}

function line(key: string, value: string): AuditDetail {
  return { name: NAMES[key] ?? wordsOf(key), value, href: null };
}

function textOf(key: string, value: unknown, nameOf: NameOf): string {
  if (isBlank(value)) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return numberText(key, value);
  if (typeof value === "string") return nameOf(value)?.label ?? plainWord(value);
  if (!isRecord(value)) return String(value);
  return detailsOf(value, nameOf)
    .map((detail) => detail.value)
    .join(", ");
}

function numberText(key: string, value: number): string {
  if (key.endsWith("Cents")) return formatCents(value);
  return key.endsWith("Ms") ? `${formatCount(value)} ms` : String(value);
}

/** "credentials_rejected" → "credentials rejected"; anything that isn't such a word stays as it is. */
function plainWord(text: string): string {
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll("_", " ") : text;
}

/** "invoiceCount" → "Invoice count"; what a key says of its unit or kind is left to the value. */
function wordsOf(key: string): string {
  const words = key
    .replace(/(?<=.)(Cents|Id|Ms)$/, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isChange(value: Record<string, unknown>): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key === "from" || key === "to");
}
