import { type Meaning, StatusChip } from "#components/ui/status-chip.tsx";
import type { IntegrationStatus } from "#server/integrations/rules/integration-status.ts";
import type { IntegrationSettings } from "#server/integrations/schemas.ts";

const STATUSES = {
  active: { meaning: "done", words: "Connected" },
  unverified: { meaning: "attention", words: "Saved, not verified yet" },
  rejected: { meaning: "failed", words: "Refused by OTR" },
  disconnected: { meaning: "pending", words: "Disconnected" },
} as const satisfies Record<IntegrationStatus, { meaning: Meaning; words: string }>;

/** Where a subsidiary's OTR login stands; null: none was ever saved. */
export function LoginStatusChip({ login }: { login: IntegrationSettings["login"] }) {
  const status = login ? STATUSES[login.status] : { meaning: "pending" as const, words: "Not connected" };
  return <StatusChip meaning={status.meaning}>{status.words}</StatusChip>;
}
