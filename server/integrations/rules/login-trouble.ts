/** What a call to OTR can tell about the login it was made with. */
export type LoginTrouble = "credentials_rejected" | "not_enabled" | "configuration" | "unreachable";

/** The last error of a login in plain words (R8). */
export const LOGIN_TROUBLES = {
  credentials_rejected:
    "OTR refused the username and password. Nothing is sent or checked until they are entered again.",
  not_enabled:
    "OTR accepts this login but not for this USDOT number. Ask OTR Solutions to enable it for the subsidiary.",
  configuration:
    "OTR refused Lading's own access, not your login. Ask whoever runs Lading to check OTR's address and key.",
  unreachable: "OTR could not be reached. It is tried again by itself.",
} as const satisfies Record<LoginTrouble, string>;
