import { inngest } from "#inngest/client.ts";
import { importStarted } from "#inngest/events.ts";
import { stopImport } from "#server/imports/finish-import.ts";
import type { ImportJob, ImportProgress } from "#server/imports/import-job.ts";
import { importRows } from "#server/imports/import-rows.ts";
import type { CompanyId, ImportId } from "#server/kernel/ids.ts";
import { scopeOf } from "./company-scope.ts";
import { type Steps, stepsOver } from "./steps.ts";

/** Files at a time in the whole installation: each keeps a processor and a connection busy. */
const FILES_AT_A_TIME = 4;

/** Brings in the rows of an imported file. One file at a time per company: what one creates the next finds there. */
export const buildImportRows = () =>
  inngest.createFunction(
    {
      id: "import-rows",
      triggers: importStarted,
      concurrency: [{ limit: 1, key: "event.data.companyId" }, { limit: FILES_AT_A_TIME }],
      retries: 5,
      onFailure: async ({ event, step }) => {
        const job = jobOf(importStarted.schema.parse(event.data.event.data));
        await step.run("stop", () => stopImport(job));
      },
    },
    ({ event, step }) => bringInRows(jobOf(event.data), stepsOver(step)),
  );

/** Step by step through the file; the import's row leads, so a repeated step goes on where the last one got to. */
export async function bringInRows(
  job: ImportJob,
  steps: Steps,
  nextRows: (job: ImportJob) => Promise<ImportProgress> = importRows,
): Promise<{ doneRows: number }> {
  let doneRows = 0;
  for (;;) {
    const progress = await steps.run(`rows after ${doneRows}`, () => nextRows(job));
    if (progress.next === "end") return { doneRows };
    doneRows = progress.doneRows;
  }
}

function jobOf({ companyId, importId }: { companyId: CompanyId; importId: ImportId }): ImportJob {
  return { scope: scopeOf({ companyId }), importId };
}
