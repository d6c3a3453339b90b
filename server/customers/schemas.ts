import { z } from "zod";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import { type CustomerId, idSchema, type SubsidiaryId } from "#server/kernel/ids.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import {
  CUSTOMER_KINDS,
  type CustomerKind,
  INVOICING_METHODS,
  type InvoicingMethod,
} from "./rules/invoicing-method.ts";

/** A page of customers by name; names are unique, so the cursor is the last name of the page before. */
export const listCustomersSchema = z.object({
  /** A part of the name or city, or the beginning of an MC number. */
  search: z.string().trim().max(80).nullish(),
  cursor: z.string().max(200).nullish(),
});

export const customerIdSchema = z.object({ customerId: idSchema("customer") });

/** An MC number as people write it, read into digits; empty is null: the customer has none (R11). */
const mcNumberSchema = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === "") return null;
    const mcNumber = parseMcNumber(text);
    if (mcNumber) return mcNumber;
    context.addIssue({
      code: "custom",
      message: "An MC number has 1 to 9 digits, like 412907. Leave the field empty if there is none.",
    });
    return z.NEVER;
  });

const line = (name: string, max: number) =>
  z.string().trim().max(max, `${name} may have at most ${max} characters.`);

/** What a person edits on the profile. */
export const customerFieldsSchema = z.object({
  name: line("The name", 120).min(1, "Enter the customer's name."),
  kind: z.enum(CUSTOMER_KINDS),
  mcNumber: mcNumberSchema,
  street: line("The street", 120),
  city: line("The city", 80),
  state: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/, "A state is two letters, like IL."),
  zip: line("The ZIP code", 10),
});

/** The fields as typed: the MC number still as people write it. */
export type CustomerFieldsInput = z.input<typeof customerFieldsSchema>;

export type CustomerFields = z.output<typeof customerFieldsSchema>;

/** A new customer with its method per subsidiary; a subsidiary left out has none. */
export const createCustomerSchema = customerFieldsSchema.extend({
  methods: z
    .array(z.object({ subsidiaryId: idSchema("subsidiary"), method: z.enum(INVOICING_METHODS) }))
    .max(500),
  /** True once the person has seen who else has the MC number. */
  sameMcIsFine: z.boolean(),
});

export type CreateCustomer = z.output<typeof createCustomerSchema>;

type Namesake = { id: CustomerId; name: string };

/**
 * `name_taken`: a customer has this name, in whatever case of letters. `same_mc`: others have this MC number; it is
 * added once the person says that it is another customer all the same.
 */
export type CreateCustomerResult =
  | { kind: "created"; customerId: CustomerId }
  | { kind: "name_taken"; existing: Namesake }
  | { kind: "same_mc"; existing: Namesake[] };

/** A subsidiary that a new customer gets a method for. `isConnected`: its login at OTR is in use. */
export type NewCustomerSubsidiary = { id: SubsidiaryId; name: string; isConnected: boolean };

export const updateCustomerSchema = customerFieldsSchema.extend({ customerId: idSchema("customer") });

export type UpdateCustomer = z.output<typeof updateCustomerSchema>;

/** Null: no method for this subsidiary. */
export const setInvoicingMethodSchema = z.object({
  customerId: idSchema("customer"),
  subsidiaryId: idSchema("subsidiary"),
  method: z.enum(INVOICING_METHODS).nullable(),
});

export type SetInvoicingMethod = z.output<typeof setInvoicingMethodSchema>;

/** How the customer is invoiced for one subsidiary. `credit` is null where no icon stands (R13). */
export type SubsidiaryInvoicing = {
  subsidiaryId: SubsidiaryId;
  subsidiaryName: string;
  method: InvoicingMethod | null;
  credit: CreditMark | null;
};

export type CustomerRow = {
  id: CustomerId;
  name: string;
  kind: CustomerKind;
  mcNumber: string | null;
  city: string;
  state: string;
  invoicing: SubsidiaryInvoicing[];
};

export type CustomerPage = { rows: CustomerRow[]; nextCursor: string | null };

export type CustomerProfile = CustomerFields & {
  id: CustomerId;
  /** Every subsidiary of the company, by name. */
  invoicing: SubsidiaryInvoicing[];
  loads: { all: number; queued: number };
  /** The customers, apart from this one, that have its MC number; by name. */
  sameMc: Namesake[];
};
