import type { CustomerKind, InvoicingMethod } from "./invoicing-method.ts";

/**
 * The method a new customer starts with for a subsidiary, until a person chooses: a broker's loads go to the factor
 * where the subsidiary is connected to it; nobody is guessed to be invoiced in another way.
 */
export function defaultMethod(kind: CustomerKind, isConnected: boolean): InvoicingMethod | null {
  return kind === "broker" && isConnected ? "factoring" : null;
}
