import { exportAudit } from "#server/audit/export-audit.ts";
import { parseAuditFilter } from "#server/audit/parse-audit-filter.ts";
import { answerCsv } from "#server/reports/answer-csv.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerCsv(request, "setup", async (actor) => {
    const filter = parseAuditFilter(new URL(request.url).searchParams);
    return { fileName: "audit.csv", pieces: await exportAudit(actor, filter) };
  });
}
