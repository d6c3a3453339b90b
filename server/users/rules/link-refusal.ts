import type { AccountLinkKind } from "./account-link.ts";

/** Why a one-time link does nothing. Used, expired, withdrawn and never made are one and the same to its holder. */
export type LinkRefusal =
  | { reason: "gone" }
  | { reason: "too_many_tries"; waitMinutes: number }
  | { reason: "password"; sentence: string };

const WAYS_ON = {
  invitation: "Ask the person who invited you for a new one.",
  password_reset: "Ask an admin of your company for a new one.",
} as const satisfies Record<AccountLinkKind, string>;

/** A refusal as the holder of the link reads it: what happened and what to do. */
export function linkRefusalSentence(refusal: LinkRefusal, kind: AccountLinkKind): string {
  switch (refusal.reason) {
    case "gone":
      return `This link was used already, has expired, or was withdrawn. ${WAYS_ON[kind]}`;
    case "too_many_tries": {
      const { waitMinutes } = refusal;
      return `Too many tries. ${waitMinutes > 1 ? `Wait ${waitMinutes} minutes` : "Wait a minute"}, then try again.`;
    }
    case "password":
      return refusal.sentence;
  }
}
