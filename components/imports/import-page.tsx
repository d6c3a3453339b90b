"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { When } from "#components/reports/when.tsx";
import { Button } from "#components/ui/button.tsx";
import { mappingGaps } from "#server/imports/rules/import-mapping.ts";
import type { ImportDetails } from "#server/imports/schemas.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { CheckRows } from "./check-rows.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportResult } from "./import-result.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { formatRows, KIND_WORDS } from "./import-words.ts";
import { MatchColumns } from "./match-columns.tsx";

const stepParam = parseAsStringLiteral(["match", "check"]);

/** A file on its way in: which column is which, what would come of its rows, and how far they are (R21). */
export function ImportPage({ importId }: { importId: ImportId }) {
  const trpc = useTRPC();
  const [step, setStep] = useQueryState("step", stepParam);
  useLive(["import"], [trpc.imports.get.pathKey()]);
  const { data } = useSuspenseQuery(trpc.imports.get.queryOptions({ importId }));
  const shown = shownStep(data, step);
  const { title } = KIND_WORDS[data.kind];

  return (
    <>
      <PageHeader
        title={title}
        context={
          <>
            {data.fileName}, {formatRows(data.totalRows)}, added by {data.byName} on{" "}
            <When at={data.createdAt} />
          </>
        }
      >
        <Button asChild>
          <Link href={`/import?kind=${data.kind}`}>Another file</Link>
        </Button>
      </PageHeader>
      <div className="grid max-w-5xl gap-4 px-4 pb-12 md:px-6">
        <ImportSteps current={shown === "result" ? "import" : shown} />
        {shown === "match" && (
          <MatchColumns
            key={data.kind}
            file={data}
            onMatched={() => void setStep("check", { history: "push" })}
          />
        )}
        {shown === "check" && (
          <CheckRows file={data} onBack={() => void setStep("match", { history: "push" })} />
        )}
        {shown === "import" && <ImportProgress file={data} />}
        {shown === "result" && <ImportResult file={data} />}
      </div>
    </>
  );
}

type Shown = "match" | "check" | "import" | "result";

/** The rows' state leads; before they are on their way, the address says which step is shown. */
function shownStep({ status, kind, mapping }: ImportDetails, step: "match" | "check" | null): Shown {
  if (status === "running") return "import";
  if (status === "done") return "result";
  if (mappingGaps(kind, mapping).length > 0) return "match";
  return step ?? (status === "failed" ? "check" : "match");
}
