import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";
import { formatDay } from "#server/kernel/local-time.ts";
import type { PersonRow } from "./person-row.ts";

/** Active, invited until when, or deactivated: shape and word. */
export function PersonState({ row }: { row: PersonRow }) {
  const timeZone = useCompanyTimeZone();
  if (row.kind === "user") {
    return row.user.active ? (
      <StatusChip meaning="done">Active</StatusChip>
    ) : (
      <StatusChip meaning="pending">Deactivated</StatusChip>
    );
  }
  const { expired, expiresAt } = row.invitation;
  const day = formatDay(expiresAt, timeZone);
  return expired ? (
    <StatusChip meaning="attention">Invitation ended {day}</StatusChip>
  ) : (
    <StatusChip meaning="pending">Invited until {day}</StatusChip>
  );
}
