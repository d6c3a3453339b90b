import {
  type CustomerKind,
  INVOICING_METHOD_LABELS,
  INVOICING_METHODS,
  type InvoicingMethod,
} from "#server/customers/rules/invoicing-method.ts";
import { type CustomerFields, customerFieldsSchema } from "#server/customers/schemas.ts";
import { isEmptyCell, quoteCell } from "./cell.ts";
import type { CustomerFieldName } from "./customer-fields.ts";
import type { TextOf } from "./import-mapping.ts";
import { readMcNumber } from "./read-mc-number.ts";
import { stateReason } from "./read-place.ts";
import type { RowProblem, RowReading } from "./row-reading.ts";
import { stateCode } from "./state-code.ts";

/** A customer as a row describes it. `subsidiary` is a name: whose loads the method is for; "" is all. */
export type ImportedCustomer = CustomerFields & { method: InvoicingMethod | null; subsidiary: string };

/** How other programs call the kinds of customers, without blanks and signs. */
const KINDS: Readonly<Record<string, CustomerKind>> = {
  broker: "broker",
  freightbroker: "broker",
  brokerage: "broker",
  "3pl": "broker",
  shipper: "shipper",
  direct: "shipper",
  directshipper: "shipper",
};

/** Reads a row of a customers file (R21). The customer is known by its name, in whatever case of letters. */
export function readCustomerRow(text: TextOf): RowReading<ImportedCustomer> {
  const cell = (field: CustomerFieldName) => text(field);
  const problems: RowProblem[] = [];
  const kind = readKind(cell("kind"));
  if (!kind) {
    const reason = `${quoteCell(cell("kind"))} is not a kind of customer. Write Broker or Shipper.`;
    problems.push({ field: "kind", reason });
  }
  const state = isEmptyCell(cell("state")) ? "" : stateCode(cell("state"));
  if (state === undefined) problems.push({ field: "state", reason: stateReason(cell("state")) });
  const method = readMethod(cell("invoicingMethod"));
  if (method === undefined) {
    const labels = Object.values(INVOICING_METHOD_LABELS).join(", ");
    const reason = `${quoteCell(cell("invoicingMethod"))} is not an invoicing method. Write one of ${labels}.`;
    problems.push({ field: "invoicingMethod", reason });
  }
  const mcNumber = readMcNumber(cell("mcNumber"));
  if ("reason" in mcNumber) problems.push({ field: "mcNumber", reason: mcNumber.reason });
  const fields = customerFieldsSchema.safeParse({
    name: cell("name"),
    kind: kind ?? "broker",
    mcNumber: "value" in mcNumber ? (mcNumber.value ?? "") : "",
    street: cell("street"),
    city: cell("city"),
    state: state ?? "",
    zip: cell("zip"),
  });
  for (const { path, message } of fields.error?.issues ?? []) {
    problems.push({ field: String(path[0]), reason: message });
  }
  const key = cell("name").toLowerCase() || null;
  if (!fields.success || method === undefined || problems.length > 0) return { key, value: null, problems };
  return { key, value: { ...fields.data, method, subsidiary: cell("subsidiary") }, problems };
}

function readKind(text: string): CustomerKind | undefined {
  if (isEmptyCell(text)) return "broker";
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}

function readMethod(text: string): InvoicingMethod | null | undefined {
  if (isEmptyCell(text)) return null;
  const letters = (words: string) => words.toLowerCase().replace(/[^a-z]/g, "");
  return INVOICING_METHODS.find((method) => letters(method) === letters(text));
}
