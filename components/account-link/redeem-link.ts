import type { LinkRefusal } from "#server/users/rules/link-refusal.ts";

type Answer = { ok: true; email: string } | { ok: false; refusal: LinkRefusal };

const NO_CONNECTION: LinkRefusal = {
  reason: "password",
  sentence: "Lading can't be reached at the moment. Check your connection, then try again.",
};

/** Sends the password that uses a one-time link up; the token travels in the body, in no address. */
export async function redeemLink(token: string, password: string): Promise<Answer> {
  try {
    const response = await fetch("/api/account-links", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token, password }),
      referrerPolicy: "no-referrer",
    });
    const body = (await response.json()) as { email: string } | LinkRefusal;
    if ("email" in body) return { ok: true, email: body.email };
    return { ok: false, refusal: "reason" in body ? body : NO_CONNECTION };
  } catch {
    // No connection, or an answer that isn't Lading's: a proxy's error page.
    return { ok: false, refusal: NO_CONNECTION };
  }
}
