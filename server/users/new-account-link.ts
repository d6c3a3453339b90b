import { randomBytes } from "node:crypto";
import { tokenHash } from "#server/auth/find-link-scope.ts";
import { baseEnv } from "#server/env.ts";
import { type AccountLinkKind, linkExpiry, linkPath } from "./rules/account-link.ts";
import type { NewAccountLink } from "./schemas.ts";

/** A fresh link: what its maker is shown, and what is stored of it. */
type MadeLink = { shown: NewAccountLink; stored: { tokenSha256: string; expiresAt: Date } };

/** Makes a link of 256 random bits. Only its hash is to be stored; the link itself is shown once and never logged. */
export function newAccountLink(kind: AccountLinkKind, now: Date): MadeLink {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = linkExpiry(kind, now);
  const url = new URL(linkPath(kind, token), baseEnv().NEXTAUTH_URL).href;
  return {
    shown: { url, expiresAt: expiresAt.toISOString() },
    stored: { tokenSha256: tokenHash(token), expiresAt },
  };
}
