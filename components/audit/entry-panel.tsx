"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { AuditRow } from "#server/audit/schemas.ts";
import type { AuditId } from "#server/kernel/ids.ts";
import { About } from "./audit-columns.tsx";

type Props = { entryId: AuditId; known: AuditRow | undefined; onClose: () => void };

/** One audit entry in full: the list's own row where it is whole, else read by its id. */
export function EntryPanel({ entryId, known, onClose }: Props) {
  const trpc = useTRPC();
  const isWanted = !known || known.isShortened;
  const read = useQuery({ ...trpc.audit.get.queryOptions({ entryId }), enabled: isWanted });
  const entry = read.data ?? known;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="*:min-w-0 sm:max-w-xl">
        <DialogTitle>{entry?.what ?? "Audit entry"}</DialogTitle>
        <DialogDescription>
          {entry ? `${entry.who ?? "Background job"}, about ${entry.about.label}` : "What was recorded."}
        </DialogDescription>
        {read.isError && <Alert meaning="failed">{read.error.message}</Alert>}
        {entry ? <Facts entry={entry} /> : !read.isError && <Skeleton className="h-40" />}
      </DialogContent>
    </Dialog>
  );
}

function Facts({ entry }: { entry: AuditRow }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
      <Fact name="When">
        <When at={entry.at} />
      </Fact>
      <Fact name="Who">{entry.who ?? "Background job"}</Fact>
      <Fact name="About">
        <About about={entry.about} />
      </Fact>
      {entry.ip && <Fact name="From">{entry.ip}</Fact>}
      {entry.details.map((detail) => (
        <Fact key={`${detail.name} ${detail.value}`} name={detail.name}>
          <About about={{ label: detail.value, href: detail.href }} />
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="break-words tabular-nums">{children}</dd>
    </>
  );
}
