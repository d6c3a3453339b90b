import { Upload as UploadIcon } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { useDropTarget } from "#components/ui/use-drop-target.ts";
import { formatBytes, MAX_FILE_BYTES } from "#server/documents/rules/document-limits.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { Upload } from "./upload-queue.ts";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./use-uploads.ts";

const ACCEPTED = "application/pdf,image/png,image/jpeg,.pdf,.png,.jpg,.jpeg";

/** Takes files by drag-and-drop or from the file chooser, many at once, and shows how far each is (R20). */
export function UploadArea({ loadId }: { loadId: LoadId }) {
  const { queue, uploads } = useUploads(loadId);
  const chooser = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<string>();
  const take = (files: readonly File[], hasFolder = false) => {
    setNote(hasFolder ? "A folder can't be added as it is. Open it and add the files in it." : undefined);
    queue.add(files);
  };
  const { isOver, handlers } = useDropTarget((dropped) => {
    const { files, folders } = droppedFiles(dropped);
    take(files, folders > 0);
  });
  return (
    <div className="grid gap-2">
      <div
        data-slot="upload-area"
        {...handlers}
        className={cn(
          "flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-dashed px-3 py-2.5 text-muted-foreground text-sm",
          isOver && "border-primary bg-accent",
        )}
      >
        <Button className="max-sm:h-10" onClick={() => chooser.current?.click()}>
          <UploadIcon aria-hidden />
          Add documents
        </Button>
        <span>
          <span className="max-md:hidden">or drop them here. </span>PDF, PNG or JPEG, up to{" "}
          {formatBytes(MAX_FILE_BYTES)} each.
        </span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label="Documents to add"
          onChange={({ target }) => {
            take([...(target.files ?? [])]);
            // The same file can be chosen again after it was refused.
            target.value = "";
          }}
        />
      </div>
      <p role="alert" className="text-failed text-sm empty:hidden">
        {note}
      </p>
      <p aria-live="polite" className="sr-only">
        {progressWords(uploads)}
      </p>
      <ul aria-label="Uploads" className="rounded-md border bg-card empty:hidden">
        {uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} queue={queue} />
        ))}
      </ul>
    </div>
  );
}

/** Said when it changes; bytes would be said without end. */
function progressWords(uploads: readonly Upload[]): string {
  const left = uploads.filter(({ state }) => state === "waiting" || state === "sending").length;
  if (left === 0) return "";
  return left === 1 ? "Adding 1 file" : `Adding ${left} files`;
}

/** What was dropped; a folder has no bytes of its own and would only fail. */
function droppedFiles({ items, files }: DataTransfer): { files: File[]; folders: number } {
  const isFolder = [...items].map((item) => item.webkitGetAsEntry()?.isDirectory === true);
  return {
    files: [...files].filter((_, index) => !isFolder[index]),
    folders: isFolder.filter(Boolean).length,
  };
}
