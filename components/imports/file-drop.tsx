"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { useDropTarget } from "#components/ui/use-drop-target.ts";
import type { ImportKind } from "#server/imports/rules/import-kind.ts";
import { sendImport } from "./send-import.ts";

/** Takes one CSV file by drag-and-drop or from the file chooser, and leads to its columns once it is received. */
export function FileDrop({ kind }: { kind: ImportKind }) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; part: number }>();
  const [refusal, setRefusal] = useState<string>();

  const take = async (files: FileList | null) => {
    const [file, another] = files ?? [];
    if (!file || sending) return;
    if (another) return setRefusal("Add one file at a time. Nothing was imported.");
    setRefusal(undefined);
    setSending({ name: file.name, part: 0 });
    const sent = await sendImport({
      kind,
      file,
      onProgress: (part) => setSending({ name: file.name, part }),
    });
    if ("importId" in sent) return router.push(`/import/${sent.importId}`);
    setSending(undefined);
    setRefusal(sent.message);
  };
  const { isOver, handlers } = useDropTarget(({ files }) => void take(files));

  return (
    <div className="grid gap-3">
      <div
        {...handlers}
        className={cn(
          "grid h-44 place-content-center justify-items-center gap-2 rounded-md border border-dashed bg-card px-4 text-center text-sm",
          isOver && "border-primary bg-accent",
        )}
      >
        {sending ? (
          <Sending {...sending} />
        ) : (
          <>
            <Button variant="primary" className="max-sm:h-10" onClick={() => chooser.current?.click()}>
              <FileUp aria-hidden />
              Choose a CSV file
            </Button>
            <p className="text-muted-foreground">
              <span className="max-md:hidden">or drop it here. </span>Up to 100,000 rows, 50 MB. Nothing is
              imported before you have checked it.
            </p>
          </>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          aria-label="CSV file"
          onChange={({ target }) => {
            void take(target.files);
            // The same file can be chosen again after it was refused.
            target.value = "";
          }}
        />
      </div>
      {refusal && <Alert meaning="failed">{refusal}</Alert>}
    </div>
  );
}

function Sending({ name, part }: { name: string; part: number }) {
  const isSent = part >= 1;
  return (
    <div role="status" className="grid w-72 max-w-full gap-2">
      <p className="truncate font-medium">{name}</p>
      <progress
        aria-label={`Upload of ${name}`}
        max={1}
        value={isSent ? undefined : part}
        className="h-1.5 w-full accent-primary"
      />
      <p className="text-muted-foreground tabular-nums">
        {isSent ? "Reading the file" : `${Math.floor(part * 100)}% sent`}
      </p>
    </div>
  );
}
