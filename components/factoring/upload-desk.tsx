"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useHotkeys } from "#components/layout/use-hotkeys.ts";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { BatchId } from "#server/kernel/ids.ts";
import { Blockers } from "./blockers.tsx";
import type { Submitted, Subsidiary } from "./dto.ts";
import { NeedsYou } from "./needs-you.tsx";
import { NotReady } from "./not-ready.tsx";
import { QueueTable } from "./queue-table.tsx";
import { QueueToolbar } from "./queue-toolbar.tsx";
import { RunningBatches } from "./running-batches.tsx";
import { SkippedNotice } from "./skipped-notice.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useQueue } from "./use-queue.ts";
import { useQueueSelection } from "./use-queue-selection.ts";

const SubmitDialog = dynamic(() => import("./submit-dialog.tsx").then((m) => m.SubmitDialog), { ssr: false });

/** One subsidiary's desk: what needs a person first, then what is on its way, then the queue to submit from. */
export function UploadDesk({ subsidiary }: { subsidiary: Subsidiary }) {
  const trpc = useTRPC();
  const queue = useQueue(subsidiary.id);
  const { data } = useQuery(trpc.factoring.blockers.queryOptions({ subsidiaryId: subsidiary.id }));
  const { selection, chosen, cents, truncated, clear } = useQueueSelection(
    queue.items,
    queue.total?.count,
    queue.view,
  );
  const [confirming, setConfirming] = useState(false);
  const [submitted, setSubmitted] = useState<Submitted>();
  const [opened, setOpened] = useState<BatchId>();
  const blocked = !data || data.blockers.length > 0;
  const submit = () => {
    if (chosen.size > 0 && !blocked) setConfirming(true);
  };
  useHotkeys({ s: submit });

  return (
    <>
      <div className="grid gap-3 px-4 pb-3 empty:hidden md:px-6">
        <Blockers blockers={data?.blockers ?? []} />
        {submitted && submitted.skipped.length > 0 && (
          <SkippedNotice skipped={submitted.skipped} onClose={() => setSubmitted(undefined)} />
        )}
        <RunningBatches subsidiaryId={subsidiary.id} opened={opened} onToggle={setOpened} />
        <NeedsYou subsidiaryId={subsidiary.id} />
        <NotReady subsidiaryId={subsidiary.id} />
      </div>
      <QueueToolbar queue={queue} selection={selection} />
      <QueueTable queue={queue} selection={selection} />
      <SubmitBar
        count={chosen.size}
        cents={cents}
        truncated={truncated}
        blocked={blocked}
        onClear={clear}
        onSubmit={submit}
      />
      {confirming && (
        <SubmitDialog
          subsidiary={{ ...subsidiary, usdot: data?.subsidiary.usdot ?? null }}
          chosen={chosen}
          cents={cents}
          onClose={() => setConfirming(false)}
          onSubmitted={(result) => {
            setConfirming(false);
            clear();
            setSubmitted(result);
            setOpened(result.batchId);
          }}
        />
      )}
    </>
  );
}
