import type { SyncRunId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** One run of purchase sync. */
export type SyncJob = { scope: CompanyScope; syncRunId: SyncRunId };

/** A run at the moment at which it writes down what it has read. */
export type SyncWork = SyncJob & { now: Date };
