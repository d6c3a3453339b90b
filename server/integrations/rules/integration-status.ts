/**
 * Where a subsidiary's OTR login stands (R8): `active` signed in; `unverified` saved while OTR could not be
 * reached; `rejected` refused by OTR; `disconnected` by a person. Only `active` and `unverified` are used.
 */
export const INTEGRATION_STATUSES = ["active", "unverified", "rejected", "disconnected"] as const;

export type IntegrationStatus = (typeof INTEGRATION_STATUSES)[number];

export function isUsable(status: IntegrationStatus): boolean {
  return status === "active" || status === "unverified";
}
