import { exportBadRows } from "#server/imports/export-bad-rows.ts";
import { noSuchImport } from "#server/imports/no-such-import.ts";
import { isId } from "#server/kernel/is-id.ts";
import { answerCsv } from "#server/reports/answer-csv.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ importId: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerCsv(request, "signed_in", async (actor) => {
    const { importId } = await params;
    if (!isId("import", importId)) throw noSuchImport();
    return { fileName: "rows-not-imported.csv", pieces: await exportBadRows(actor, importId) };
  });
}
