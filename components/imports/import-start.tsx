"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { IMPORT_KINDS, type ImportKind } from "#server/imports/rules/import-kind.ts";
import { FileDrop } from "./file-drop.tsx";
import { ImportHistory } from "./import-history.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { KIND_WORDS } from "./import-words.ts";

/** The first step of an import: the kind of file, the file, and what was imported before (R21). */
export function ImportStart({ kind }: { kind: ImportKind }) {
  const { title, many } = KIND_WORDS[kind];
  return (
    <>
      <PageHeader title={title} context={`Bring in the ${many} of another program from a CSV file`}>
        <Button asChild>
          <a href={`/api/imports/template?kind=${kind}`} download>
            <Download aria-hidden /> Download template
          </a>
        </Button>
      </PageHeader>
      <div className="grid max-w-4xl gap-4 px-4 pb-8 md:px-6">
        <ImportSteps current="file" />
        <nav aria-label="What the file holds" className="flex gap-4 border-b">
          {IMPORT_KINDS.map((other) => (
            <Link
              key={other}
              href={`/import?kind=${other}`}
              aria-current={other === kind ? "page" : undefined}
              className={cn(
                "-mb-px flex h-9 items-center border-transparent border-b-2 px-1 text-muted-foreground text-sm hover:text-foreground max-md:h-11",
                other === kind && "border-primary font-medium text-foreground",
              )}
            >
              {other === "customers" ? "Customers" : "Loads"}
            </Link>
          ))}
        </nav>
        <FileDrop kind={kind} />
        <p className="text-muted-foreground text-sm">
          Any export with a header line will do: you say in the next step which column is which, and Lading
          remembers it. {kind === "loads" && "Import the customers of the loads first."}
        </p>
      </div>
      <ImportHistory />
    </>
  );
}
