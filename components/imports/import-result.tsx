import Link from "next/link";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportDetails } from "#server/imports/schemas.ts";
import { BadRows } from "./bad-rows.tsx";
import { formatRows, KIND_WORDS } from "./import-words.ts";

/** What became of the rows, and the ones that stayed out. */
export function ImportResult({ file }: { file: ImportDetails }) {
  const { createdRows, knownRows, badRows, kind, finishedAt } = file;
  const { one, many, list } = KIND_WORDS[kind];
  return (
    <div className="grid gap-4">
      <Alert meaning={badRows > 0 ? "attention" : "done"} role="status">
        <span className="tabular-nums">
          {createdRows === 0 ? `No ${one} was new` : `${formatRows(createdRows, `new ${one}`)} came in`}
          {finishedAt && (
            <>
              {" "}
              on <When at={finishedAt} />
            </>
          )}
          .{knownRows > 0 && ` ${formatRows(knownRows)} already here, left as they are.`}
          {badRows > 0 && ` ${formatRows(badRows, "bad row")} stayed out.`}
        </span>
      </Alert>
      <div className="flex flex-wrap gap-2">
        <Button asChild variant="primary">
          <Link href={list}>Open the {many}</Link>
        </Button>
      </div>
      {badRows > 0 && <BadRows importId={file.id} count={badRows} />}
    </div>
  );
}
