/** What a one-time link is for (R3). */
export const ACCOUNT_LINK_KINDS = ["invitation", "password_reset"] as const;

export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number];

const HOUR_MS = 3_600_000;

/** How long a link can be used: a week to join, a day to set a new password. */
const LIFETIME_MS = {
  invitation: 7 * 24 * HOUR_MS,
  password_reset: 24 * HOUR_MS,
} as const satisfies Record<AccountLinkKind, number>;

/** When a link made at `now` ends. */
export function linkExpiry(kind: AccountLinkKind, now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS[kind]);
}

type LinkFacts = { usedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

/** True while a link can still be used; from the moment it expires it can't. */
export function isUsable({ usedAt, withdrawnAt, expiresAt }: LinkFacts, now: Date): boolean {
  return usedAt === null && withdrawnAt === null && now < expiresAt;
}

/** The path of the page that a link opens. */
export function linkPath(kind: AccountLinkKind, token: string): string {
  return `/${kind === "invitation" ? "invitation" : "reset-password"}/${token}`;
}
