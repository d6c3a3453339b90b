import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { MeaningShape } from "#components/ui/status-chip.tsx";
import { formatBytes } from "#server/documents/rules/document-limits.ts";
import { KindSelect } from "./kind-select.tsx";
import type { Upload, UploadQueue } from "./upload-queue.ts";

/** One file on its way: what it is, how far it is, or why it was not added. */
export function UploadRow({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const { key, file, kind, state, sentence } = upload;
  const isOver = sentence !== null;
  return (
    <li className="grid gap-1 px-3 py-2 text-sm not-first:border-t">
      <div className="flex items-center gap-3">
        {isOver ? (
          <MeaningShape meaning={state === "duplicate" ? "attention" : "failed"} />
        ) : (
          <KindSelect
            value={kind}
            label={`What ${file.name} is`}
            disabled={state !== "waiting"}
            onChange={(chosen) => queue.setKind(key, chosen)}
          />
        )}
        <span className="min-w-0 flex-1 truncate" title={file.name}>
          {file.name}
        </span>
        {!isOver && <UploadProgress upload={upload} />}
        {state === "lost" && (
          <Button size="sm" onClick={() => queue.retry(key)}>
            Try again
          </Button>
        )}
        <Button
          variant="ghost"
          size="icon"
          aria-label={isOver ? `Dismiss ${file.name}` : `Cancel ${file.name}`}
          onClick={() => queue.remove(key)}
        >
          <X aria-hidden />
        </Button>
      </div>
      {sentence && (
        <p role="alert" className={state === "duplicate" ? "text-attention" : "text-failed"}>
          {sentence}
        </p>
      )}
    </li>
  );
}

function UploadProgress({ upload: { file, state, sent } }: { upload: Upload }) {
  if (state === "waiting") return <span className="text-muted-foreground">Waiting</span>;
  const isSent = sent >= file.size;
  return (
    <span className="flex items-center gap-2 text-muted-foreground tabular-nums">
      <progress
        aria-label={`Upload of ${file.name}`}
        max={file.size}
        value={isSent ? undefined : sent}
        className="h-1.5 w-24 accent-primary"
      />
      <span className="w-32 text-right max-sm:hidden">
        {isSent ? "Checking the file" : `${formatBytes(sent)} of ${formatBytes(file.size)}`}
      </span>
    </span>
  );
}
