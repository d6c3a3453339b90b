/** What a one-time link is for (R3). */
export const ACCOUNT_LINK_KINDS = ["invitation", "password_reset"] as const;

export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number];
