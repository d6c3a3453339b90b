import { z } from "zod";
import { idSchema } from "#server/kernel/ids.ts";
import { parseDollars, sumCents } from "#server/kernel/money.ts";
import { LOAD_LINE_KINDS } from "./load-line-kind.ts";

const MOST_CENTS = 100_000_000;

const line = (name: string, max: number) =>
  z.string().trim().max(max, `${name} may have at most ${max} characters.`);

const city = line("The city", 60);

const state = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{2})?$/, "Use the two letters of the state, such as IL.");

/** A calendar date, "2026-11-23"; empty is null. */
const day = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === "") return null;
    if (z.iso.date().safeParse(text).success && text >= "2000" && text < "2100") return text;
    context.addIssue({ code: "custom", message: "Enter a date of this century, or leave it empty." });
    return z.NEVER;
  });

/** A whole number as people type it, "42,000"; empty is null. */
const count = (sentence: string, most: number) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === "") return null;
      const value = /^\d{1,3}(,\d{3})+$|^\d+$/.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;
      if (value <= most) return value;
      context.addIssue({ code: "custom", message: sentence });
      return z.NEVER;
    });

const dollars = z.string().transform((text, context) => {
  const cents = parseDollars(text);
  if (cents !== undefined && Math.abs(cents) <= MOST_CENTS) return cents;
  const message =
    cents === undefined
      ? "Enter an amount in dollars, such as 1850.00."
      : "One line holds at most $1,000,000.00. Check the amount.";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** One charge: the amount in dollars as typed, in cents afterwards. */
const chargeSchema = z
  .object({ kind: z.enum(LOAD_LINE_KINDS), description: line("The description", 80), amount: dollars })
  .transform(({ amount, ...charge }) => ({ ...charge, cents: amount }));

/** What people enter of a load (R18), as text; for forms and for files of loads. Checked and read into values. */
export const loadFieldsSchema = z
  .object({
    loadNumber: line("The load number", 30).min(1, "Enter a load number."),
    subsidiaryId: z.string().min(1, "Choose the subsidiary.").pipe(idSchema("subsidiary")),
    customerId: z.string().min(1, "Choose the customer.").pipe(idSchema("customer")),
    poNumber: line("The PO number", 40),
    originCity: city,
    originState: state,
    destinationCity: city,
    destinationState: state,
    pickupOn: day,
    deliveredOn: day,
    weightLb: count("Enter the weight in whole pounds, such as 42000.", 1_000_000),
    miles: count("Enter whole miles, such as 240.", 100_000),
    lines: z
      .array(chargeSchema)
      .min(1, "A load has at least one charge, the line haul.")
      .max(50, "A load has at most 50 charges.")
      .refine(
        (lines) => sumCents(lines.map(({ cents }) => cents)) >= 0,
        "The charges come to less than $0.00.",
      ),
  })
  .refine(({ pickupOn, deliveredOn }) => !pickupOn || !deliveredOn || pickupOn <= deliveredOn, {
    path: ["deliveredOn"],
    error: "The delivery date is before the pickup date.",
    // Both dates stand beside fields that may be wrong themselves; this is said whenever both can be read.
    when: ({ value }) => z.object({ pickupOn: day, deliveredOn: day }).safeParse(value).success,
  });

/** The fields as typed. */
export type LoadFieldsInput = z.input<typeof loadFieldsSchema>;

/** The fields as stored: cents, pounds, miles, calendar dates; null where nothing was entered. */
export type LoadFields = z.output<typeof loadFieldsSchema>;
