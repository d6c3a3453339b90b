import { LOGIN_TROUBLES, type LoginTrouble } from "#server/integrations/rules/login-trouble.ts";

/** What can keep a login, or the rest of a whole run, out of a sync. */
export type SyncTroubleCode = LoginTrouble | "disconnected" | "throttled" | "stopped";

/** The troubles of a sync in plain words. */
export const SYNC_TROUBLES = {
  ...LOGIN_TROUBLES,
  disconnected: "OTR Solutions is disconnected, so its open invoices were not checked.",
  throttled: "OTR kept asking to slow down. The rest is checked with the next sync.",
  stopped: "The sync stopped before it was through. The rest is checked with the next one.",
} as const satisfies Record<SyncTroubleCode, string>;
