import { answerDocument } from "#server/documents/answer-document.ts";

export const dynamic = "force-dynamic";

export const GET = answerDocument;
