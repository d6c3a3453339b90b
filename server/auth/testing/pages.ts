import type { Gate } from "#server/auth/rules/permissions.ts";

/** Every page, by its folder under app. A new one gets its row here. */
export const PAGES = {
  "(auth)/invitation/[token]": "open",
  "(auth)/reset-password/[token]": "open",
  "(auth)/sign-in": "open",
  "(tms)": "signed_in",
  "(tms)/accounting/factoring-upload": "billing",
  "(tms)/account": "signed_in",
  "(tms)/customers": "signed_in",
  "(tms)/customers/[customerId]": "signed_in",
  "(tms)/customers/new": "signed_in",
  "(tms)/import": "signed_in",
  "(tms)/import/[importId]": "signed_in",
  "(tms)/loads": "signed_in",
  "(tms)/loads/[loadId]": "signed_in",
  "(tms)/loads/new": "signed_in",
  "(tms)/management/audit": "setup",
  "(tms)/management/company-profile": "setup",
  "(tms)/management/integrations": "setup",
  "(tms)/management/users": "setup",
  "(tms)/no-access": "signed_in",
  "(tms)/reports/factoring": "billing",
  "(tms)/reports/factoring/[batchId]": "billing",
} as const satisfies Record<string, Gate | "open">;
