import { answerCsv } from "#server/reports/answer-csv.ts";
import { exportBatch } from "#server/reports/export-batch.ts";
import { parseBatchId } from "#server/reports/parse-batch-filter.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ batchId: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerCsv(request, "billing", async (actor) => {
    const { number, pieces } = await exportBatch(actor, parseBatchId((await params).batchId));
    return { fileName: `factoring-batch-${number}.csv`, pieces };
  });
}
