/** Why a sign-in failed. Wrong e-mail, wrong password and a deactivated member are one and the same. */
export type SignInRefusal =
  | { reason: "wrong_credentials" }
  | { reason: "too_many_tries"; waitMinutes: number }
  | { reason: "unavailable" };

/** A refusal as the short code that travels in an address. */
export function refusalCode(refusal: SignInRefusal): string {
  return refusal.reason === "too_many_tries" ? `${refusal.reason}.${refusal.waitMinutes}` : refusal.reason;
}

/** The sentence for a code: what happened and what to do. Codes that aren't ours read as trouble on our side. */
export function refusalSentence(code: string): string {
  const [reason = "", minutes] = code.split(".");
  return SENTENCES.get(reason)?.(Number(minutes)) ?? UNAVAILABLE;
}

const UNAVAILABLE = "Lading can't sign anyone in at the moment. Wait a minute, then try again.";

const SENTENCES: ReadonlyMap<string, (waitMinutes: number) => string> = new Map([
  [
    "wrong_credentials",
    () => "This e-mail and password don't match an active user. Check both, or ask an admin of your company.",
  ],
  [
    "too_many_tries",
    (minutes: number) =>
      `Too many sign-in tries. ${minutes > 1 ? `Wait ${minutes} minutes` : "Wait a minute"}, then try again.`,
  ],
]);
