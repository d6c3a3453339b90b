import type { CompanyId } from "./ids.ts";

/** What is said of a company wherever it is looked at; `timeZone` is an IANA name. */
export type Company = { id: CompanyId; name: string; timeZone: string };
