import { z } from "zod";
import { formatCount } from "#server/kernel/count.ts";
import { idSchema, type SubsidiaryId } from "#server/kernel/ids.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import { parseUsdotNumber } from "#server/kernel/usdot.ts";
import { cleanText } from "./rules/clean-text.ts";
import { IMPORTANT_INFO, IMPORTANT_INFO_KINDS, type ImportantInfoKind } from "./rules/important-info-kind.ts";
import { isTimeZone } from "./rules/time-zones.ts";

const line = z.string().trim().max(120, "Use at most 120 characters.");

const timeZone = z.string().refine(isTimeZone, "Choose a time zone from the list.");

/** A number as people write it; empty gives null, text without a number is refused. */
function written(parse: (text: string) => string | undefined, refusal: string) {
  return z
    .string()
    .trim()
    .refine((text) => text === "" || parse(text) !== undefined, refusal)
    .transform((text) => parse(text) ?? null);
}

/** A subsidiary as typed in (R6). USDOT and MC number may be empty. */
export const subsidiaryFieldsSchema = z.object({
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
  timeZone,
});

/** The fields as typed: numbers still as people write them. */
export type SubsidiaryFieldsInput = z.input<typeof subsidiaryFieldsSchema>;

export type SubsidiaryFields = z.output<typeof subsidiaryFieldsSchema>;

export const updateSubsidiaryInput = subsidiaryFieldsSchema.extend({ subsidiaryId: idSchema("subsidiary") });

export type UpdateSubsidiary = z.output<typeof updateSubsidiaryInput>;

/** A subsidiary as the Subsidiaries tab shows it. */
export type SubsidiarySettings = SubsidiaryFields & { id: SubsidiaryId };

/** The company as typed in; the time zone decides when the night begins (R31, R38). */
export const updateCompanyInput = z.object({
  name: line.min(1, "Enter the name of the company."),
  timeZone,
});

export type UpdateCompany = z.output<typeof updateCompanyInput>;

/** Far beyond any text we keep; what each kind may have is checked once it is clean. */
const pasted = z.string().max(20_000, "This text is far too long for an invoice.").transform(cleanText);

/** One text for one or several subsidiaries, each with the version its editor saw: 0 where there was none (R4). */
export const saveInfoInput = z
  .object({
    kind: z.enum(IMPORTANT_INFO_KINDS),
    body: pasted,
    targets: z
      .array(z.object({ subsidiaryId: idSchema("subsidiary"), expectedVersion: z.int().min(0) }))
      .min(1, "Choose at least one subsidiary.")
      .max(500),
  })
  .superRefine(({ kind, body }, context) => {
    const { label, maxCharacters, mayBeEmpty } = IMPORTANT_INFO[kind];
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["body"], message });
    if (body === "" && !mayBeEmpty) refuse(`Enter the ${label}: an invoice for the factor needs it.`);
    if (body.length > maxCharacters) {
      refuse(
        `This text has ${formatCount(body.length)} characters; ${label} may have ${formatCount(maxCharacters)}.`,
      );
    }
  });

export type SaveInfo = z.output<typeof saveInfoInput>;

/** One version of a text. `body` is empty where the text was taken away. The instant is an ISO string. */
export type InfoVersion = {
  version: number;
  body: string;
  savedAt: string;
  savedByName: string | null;
};

/** The text a subsidiary's invoices print now. */
export type CurrentInfo = InfoVersion & { subsidiaryId: SubsidiaryId; kind: ImportantInfoKind };

/**
 * `saved`: how many subsidiaries got a new version, and how many had this very text. `changed_since`: somebody saved
 * another text after this one was opened; nothing was saved, and this is what stands now.
 */
export type SaveInfoResult =
  | { kind: "saved"; saved: number; unchanged: number }
  | { kind: "changed_since"; changes: (CurrentInfo & { subsidiaryName: string })[] };

export const infoHistoryInput = z.object({
  subsidiaryId: idSchema("subsidiary"),
  kind: z.enum(IMPORTANT_INFO_KINDS),
});

export type InfoHistoryWanted = z.output<typeof infoHistoryInput>;

/** The tab General Info: the company, its subsidiaries by name, and their current texts (R4). */
export type GeneralInfo = {
  company: { name: string; timeZone: string };
  subsidiaries: { id: SubsidiaryId; name: string }[];
  texts: CurrentInfo[];
};
