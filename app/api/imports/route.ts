import { answerUpload } from "#server/imports/answer-upload.ts";

export const dynamic = "force-dynamic";

export const POST = answerUpload;
