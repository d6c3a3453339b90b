import { answerAccountLink } from "#server/users/answer-account-link.ts";

export const dynamic = "force-dynamic";

export { answerAccountLink as POST };
