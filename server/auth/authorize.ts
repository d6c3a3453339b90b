import { log } from "#server/log.ts";
import { refusalCode } from "./rules/sign-in-refusal.ts";
import { credentialsSchema } from "./schemas.ts";
import { signIn } from "./sign-in.ts";
import type { SignInOrigin } from "./start-session.ts";

/** Checks a sign-in for next-auth, which shows the message of a thrown Error: here always a refusal's code. */
export async function authorize(sent: unknown, origin: SignInOrigin, now: Date) {
  const credentials = credentialsSchema.safeParse(sent);
  if (!credentials.success) throw new Error(refusalCode({ reason: "wrong_credentials" }));
  const answer = await signIn(credentials.data, origin, now).catch((error: unknown) => {
    log().error({ err: error }, "sign-in failed");
    throw new Error(refusalCode({ reason: "unavailable" }), { cause: error });
  });
  if (!answer.ok) throw new Error(refusalCode(answer.refusal));
  return { id: answer.claims.userId, ...answer.claims };
}
