import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportCheck, ImportDetails } from "#server/imports/schemas.ts";
import { formatRows, KIND_WORDS } from "./import-words.ts";
import { useStartImport } from "./use-start-import.ts";

/** Brings the rows in: all of them, which one bad row keeps from it, or the good ones. */
export function StartButtons({ file, check }: { file: ImportDetails; check: ImportCheck }) {
  const { start, isPending, refusal } = useStartImport(file.id);
  const { one } = KIND_WORDS[file.kind];
  const { newRows, badRows } = check;
  if (newRows === 0) {
    return (
      <p className="text-sm">
        {badRows === 0
          ? `Every ${one} of this file is here already. There is nothing to import.`
          : `No row is new and good. Mend the file, or choose other columns, then check again.`}
      </p>
    );
  }
  const hasBad = badRows > 0;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2 max-sm:grid">
        {hasBad && (
          <Button
            variant="primary"
            className="max-sm:h-10"
            disabled={isPending}
            onClick={() => start("good_rows")}
          >
            Import the {formatRows(newRows, "good row")}
          </Button>
        )}
        <Button
          variant={hasBad ? "outline" : "primary"}
          className="max-sm:h-10"
          disabled={isPending}
          aria-disabled={hasBad}
          aria-describedby="import-all-note"
          onClick={() => {
            if (!hasBad) start("all_or_nothing");
          }}
        >
          Import all
        </Button>
      </div>
      <p id="import-all-note" className="text-muted-foreground text-sm">
        {hasBad
          ? "One bad row keeps all out of “Import all”. The good rows can come in now, the others once they are mended: nothing comes in twice."
          : `All ${formatRows(newRows, `new ${one}`)} come in together, or if anything is in the way, none. It goes on without this page.`}
      </p>
      {refusal && <Alert meaning="failed">{refusal}</Alert>}
    </div>
  );
}
