import type { SyncRunId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** One run of purchase sync. */
export type SyncJob = { scope: CompanyScope; syncRunId: SyncRunId };
