import { answerTrpc } from "#server/trpc/answer-trpc.ts";

export const dynamic = "force-dynamic";

export { answerTrpc as GET, answerTrpc as POST };
