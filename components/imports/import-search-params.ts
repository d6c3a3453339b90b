import { parseAsStringLiteral } from "nuqs/server";
import { IMPORT_KINDS } from "#server/imports/rules/import-kind.ts";

/** What the address of the first step holds. */
export const importSearchParams = { kind: parseAsStringLiteral(IMPORT_KINDS).withDefault("loads") };
