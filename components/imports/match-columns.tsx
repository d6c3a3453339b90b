"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { importFields } from "#server/imports/rules/import-field.ts";
import { type FieldSource, mappingGaps } from "#server/imports/rules/import-mapping.ts";
import type { ImportDetails } from "#server/imports/schemas.ts";
import { MatchField } from "./match-field.tsx";
import { OtherKindNotice } from "./other-kind-notice.tsx";

/** Says for each field of Lading which column of the file fills it; the company's next such file needs no saying. */
export function MatchColumns({ file, onMatched }: { file: ImportDetails; onMatched: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [mapping, setMapping] = useState(file.mapping);
  const [gaps, setGaps] = useState<string[]>([]);
  const samples = useQuery(
    trpc.imports.columnSamples.queryOptions({ importId: file.id }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const match = useMutation(
    trpc.imports.matchColumns.mutationOptions({
      onSuccess: async () => {
        queryClient.removeQueries({ queryKey: trpc.imports.check.queryKey({ importId: file.id }) });
        queryClient.removeQueries({ queryKey: trpc.imports.badRows.pathKey() });
        await queryClient.invalidateQueries(trpc.imports.get.queryFilter({ importId: file.id }));
        onMatched();
      },
    }),
  );
  const choose = (field: string, source: FieldSource | undefined) => {
    setGaps([]);
    setMapping(({ [field]: _before, ...others }) => (source ? { ...others, [field]: source } : others));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = mappingGaps(file.kind, mapping);
    setGaps(missing);
    if (missing.length === 0) match.mutate({ importId: file.id, mapping });
  };
  const unused = unusedHeaders(file.headers, Object.values(mapping));

  return (
    <form onSubmit={submit} className="grid gap-4">
      {file.looksLike && <OtherKindNotice importId={file.id} other={file.looksLike} />}
      <div className="rounded-md border bg-card">
        <div
          aria-hidden
          className="grid h-8 grid-cols-[13rem_16rem_1fr] items-center gap-3 px-4 font-medium text-muted-foreground text-xs max-md:hidden"
        >
          <span>In Lading</span>
          <span>Column of your file</span>
          <span>First values</span>
        </div>
        <ul>
          {importFields(file.kind).map((field) => (
            <MatchField
              key={field.name}
              field={field}
              headers={file.headers}
              source={mapping[field.name]}
              samples={samples.data}
              onChoose={(source) => choose(field.name, source)}
            />
          ))}
        </ul>
      </div>
      {unused.length > 0 && (
        <p className="text-muted-foreground text-sm">
          Not imported: {unused.slice(0, 12).join(", ")}
          {unused.length > 12 && ` and ${unused.length - 12} more columns`}.
        </p>
      )}
      {gaps.length > 0 && <Alert>{gaps.join(" ")}</Alert>}
      {match.error && <Alert meaning="failed">{match.error.message}</Alert>}
      <div className="flex justify-end max-sm:grid">
        <Button type="submit" variant="primary" className="max-sm:h-10" disabled={match.isPending}>
          {match.isPending ? "Saving the columns" : "Check rows"}
        </Button>
      </div>
    </form>
  );
}

function unusedHeaders(headers: readonly string[], sources: readonly FieldSource[]): string[] {
  const used = new Set(sources.flatMap((source) => ("header" in source ? source.header : [])));
  return headers.filter((header) => !used.has(header));
}
