import type { ImportId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** An import that runs in the background. */
export type ImportJob = { scope: CompanyScope; importId: ImportId };

/** How far one step got: there is more after so many rows, or the import has ended. */
export type ImportProgress = { next: "rows"; doneRows: number } | { next: "end" };
