import { exportTemplate } from "#server/imports/export-template.ts";
import { importKindSchema } from "#server/imports/schemas.ts";
import { answerCsv } from "#server/reports/answer-csv.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerCsv(request, "signed_in", async () => {
    const kind = importKindSchema.catch("customers").parse(new URL(request.url).searchParams.get("kind"));
    return { fileName: `${kind}-template.csv`, pieces: exportTemplate(kind) };
  });
}
