import { clientAddress } from "#server/auth/client-address.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { openAccountLink } from "./open-account-link.ts";
import type { AccountLinkKind } from "./rules/account-link.ts";
import { linkRefusalSentence } from "./rules/link-refusal.ts";
import type { OpenLink } from "./schemas.ts";

/** What the page behind a one-time link of a kind shows: whom it is for, or in a sentence why it opens nothing. */
export async function describeAccountLink(
  kind: AccountLinkKind,
  token: string,
  headers: Headers,
  clock: Clock = systemClock,
): Promise<{ ok: true; link: OpenLink } | { ok: false; sentence: string }> {
  const opened = await openAccountLink(token, clientAddress(headers), clock());
  if (!opened.ok) return { ok: false, sentence: linkRefusalSentence(opened.refusal, kind) };
  const { link, companyName, timeZone } = opened;
  if (link.kind !== kind) return { ok: false, sentence: linkRefusalSentence({ reason: "gone" }, kind) };
  const { email, name, role, billing, expiresAt } = link;
  return {
    ok: true,
    link: { kind, email, name, role, billing, expiresAt: expiresAt.toISOString(), companyName, timeZone },
  };
}
