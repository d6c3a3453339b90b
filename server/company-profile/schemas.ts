import { z } from "zod";
import { idSchema, type SubsidiaryId } from "#server/kernel/ids.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import { parseUsdotNumber } from "#server/kernel/usdot.ts";

const line = z.string().trim().max(120, "Use at most 120 characters.");

/** A number as people write it; empty gives null, text without a number is refused. */
function written(parse: (text: string) => string | undefined, refusal: string) {
  return z
    .string()
    .trim()
    .refine((text) => text === "" || parse(text) !== undefined, refusal)
    .transform((text) => parse(text) ?? null);
}

/** A subsidiary as typed in (R6). USDOT and MC number may be empty. */
export const updateSubsidiaryInput = z.object({
  subsidiaryId: idSchema("subsidiary"),
  name: line.min(1, "Enter the name of the subsidiary."),
  street: line,
  city: line,
  state: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/, "Use the two letters of the state, such as IL."),
  zip: z.string().trim().max(10, "This ZIP code is too long."),
  usdotNumber: written(parseUsdotNumber, "A USDOT number has up to 8 digits."),
  mcNumber: written(parseMcNumber, "An MC number has up to 9 digits."),
  timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
});

export type UpdateSubsidiary = z.output<typeof updateSubsidiaryInput>;

/** A subsidiary as the Subsidiaries page shows it. */
export type SubsidiarySettings = Omit<UpdateSubsidiary, "subsidiaryId"> & { id: SubsidiaryId };

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en-US", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
