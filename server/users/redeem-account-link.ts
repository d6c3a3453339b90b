import { acceptInvitation } from "./accept-invitation.ts";
import { openAccountLink } from "./open-account-link.ts";
import { resetPassword } from "./reset-password.ts";
import type { LinkRefusal } from "./rules/link-refusal.ts";

type Answer = { ok: true; email: string } | { ok: false; refusal: LinkRefusal };

/** Uses up a one-time link with a password, whatever the link is for. Answers the e-mail to sign in with. */
export async function redeemAccountLink(
  { token, password }: { token: string; password: string },
  ip: string | null,
  now: Date,
): Promise<Answer> {
  const opened = await openAccountLink(token, ip, now);
  if (!opened.ok) return opened;
  const { scope, link } = opened;
  const redeem = link.kind === "invitation" ? acceptInvitation : resetPassword;
  const refusal = await redeem(scope, link, { password, ip }, now);
  return refusal ? { ok: false, refusal } : { ok: true, email: link.email };
}
