import { answerCsv } from "#server/reports/answer-csv.ts";
import { exportReport } from "#server/reports/export-report.ts";
import { parseBatchFilter } from "#server/reports/parse-batch-filter.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerCsv(request, "billing", async (actor) => {
    const filter = parseBatchFilter(new URL(request.url).searchParams);
    return { fileName: "factoring-report.csv", pieces: await exportReport(actor, filter) };
  });
}
