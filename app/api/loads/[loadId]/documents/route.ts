import { answerUpload } from "#server/documents/answer-upload.ts";

export const dynamic = "force-dynamic";

export const POST = answerUpload;
