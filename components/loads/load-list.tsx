"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { QueueLoadsBar } from "#components/documents/queue-loads-bar.tsx";
import { KeyHint } from "#components/layout/key-hint.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useSingleKeys } from "#components/layout/single-keys-choice.tsx";
import { useHotkeys } from "#components/layout/use-hotkeys.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#server/kernel/count.ts";
import { handMoves } from "#server/loads/rules/load-transitions.ts";
import { MOST_RELEASED } from "#server/loads/rules/most-released.ts";
import type { ReleaseVerdict } from "#server/loads/schemas.ts";
import { LoadFilters } from "./load-filters.tsx";
import { LoadTable } from "./load-table.tsx";
import { ReleaseBar } from "./release-bar.tsx";
import { useLoadList } from "./use-load-list.ts";
import { useLoadSelection } from "./use-load-selection.ts";

const ReleaseDialog = dynamic(() => import("./release-dialog.tsx").then((m) => m.ReleaseDialog), {
  ssr: false,
});

/** Loads, newest first, narrowed by what the address says; delivered ones can be released together (R18, R19). */
export function LoadList() {
  const router = useRouter();
  const singleKeys = useSingleKeys();
  const list = useLoadList();
  const { params, filter, rows, narrow } = list;
  const { selection, chosen, truncated, clear } = useLoadSelection(rows, filter);
  const [asking, setAsking] = useState(false);
  const [released, setReleased] = useState<ReleaseVerdict>();
  const mayRelease = params.status !== null && handMoves(params.status).includes("released");
  const mayQueue = params.status === "released";
  const release = () => {
    if (mayRelease && chosen.size > 0 && chosen.size <= MOST_RELEASED) setAsking(true);
  };
  useHotkeys({ n: () => router.push("/loads/new"), r: release });
  return (
    <>
      <PageHeader title="Loads" context="Newest first">
        <Button asChild>
          <Link href="/import?kind=loads">Import</Link>
        </Button>
        <Button asChild variant="primary">
          <Link href="/loads/new" aria-keyshortcuts={singleKeys.on ? "n" : undefined}>
            New load
            <KeyHint>n</KeyHint>
          </Link>
        </Button>
      </PageHeader>
      <LoadFilters params={params} narrow={narrow} />
      {released && (
        <div className="px-4 pb-3 md:px-6">
          <Released verdict={released} />
        </div>
      )}
      <LoadTable list={list} selection={mayRelease || mayQueue ? selection : undefined} />
      {mayRelease && (
        <ReleaseBar count={chosen.size} truncated={truncated} onClear={clear} onRelease={release} />
      )}
      {mayQueue && <QueueLoadsBar chosen={chosen} onClear={clear} />}
      {asking && (
        <ReleaseDialog
          loadIds={[...chosen]}
          onClose={() => setAsking(false)}
          onReleased={(verdict) => {
            setAsking(false);
            clear();
            setReleased(verdict);
          }}
        />
      )}
    </>
  );
}

/** What came of a release; what was refused at the last moment stands with its reason. */
function Released({ verdict: { released, refused } }: { verdict: ReleaseVerdict }) {
  const loads = released.length === 1 ? "1 load is" : `${formatCount(released.length)} loads are`;
  return (
    <Alert role="status" meaning={refused.length > 0 ? "attention" : "done"}>
      <span>{loads} Released.</span>
      {refused.map(({ loadId, number, sentence }) => (
        <span key={loadId}>
          {number ?? "A load"} stayed: {sentence}
        </span>
      ))}
      <Link href="/loads?status=released" className="text-link underline underline-offset-4">
        Show released loads
      </Link>
    </Alert>
  );
}
