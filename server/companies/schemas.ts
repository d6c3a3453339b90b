import { z } from "zod";
import { isTimeZone } from "#server/company-profile/rules/time-zones.ts";
import { emailSchema, personNameSchema } from "#server/users/schemas.ts";

/** A company that begins with nothing but its first Admin. */
export const newCompanySchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the company's name: --name.")
    .max(120, "The company's name may have at most 120 characters."),
  timeZone: z.string().refine(isTimeZone, "Give the time zone as an IANA name, like America/Chicago."),
  adminName: personNameSchema,
  email: emailSchema,
});

export type NewCompany = z.output<typeof newCompanySchema>;
