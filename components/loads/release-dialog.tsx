"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC, useTRPCClient } from "#components/providers/trpc-context.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { formatCount } from "#server/kernel/count.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { RefusedRelease, ReleaseVerdict } from "#server/loads/schemas.ts";

type ReleaseDialogProps = {
  loadIds: LoadId[];
  onClose: () => void;
  onReleased: (verdict: ReleaseVerdict) => void;
};

/** Before a release: how many of the chosen loads can go, and which not and why (R19). */
export function ReleaseDialog({ loadIds, onClose, onReleased }: ReleaseDialogProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const verdict = useQuery({
    queryKey: [...trpc.loads.previewRelease.mutationKey(), loadIds],
    queryFn: () => client.loads.previewRelease.mutate({ loadIds }),
    gcTime: 0,
  });
  const release = useMutation(
    trpc.loads.release.mutationOptions({
      onSuccess: onReleased,
      onSettled: () => queryClient.invalidateQueries(trpc.loads.pathFilter()),
    }),
  );
  const { released: ready = [], refused = [] } = verdict.data ?? {};
  const problem = release.error?.message ?? verdict.error?.message;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Release {countOf(loadIds.length)}?</DialogTitle>
        <DialogDescription aria-live="polite">
          {verdict.data ? summary(ready.length, refused.length) : "Looking at their documents"}
        </DialogDescription>
        {verdict.isPending && <Skeleton className="h-16" />}
        <RefusedLoads refused={refused} />
        {problem && <Alert meaning="failed">{problem}</Alert>}
        <DialogFooter>
          <DialogClose asChild>
            <Button className="max-sm:h-10">Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            className="max-sm:h-10"
            disabled={ready.length === 0 || release.isPending}
            onClick={() => release.mutate({ loadIds: ready })}
          >
            {release.isPending ? "Releasing" : `Release ${countOf(ready.length)}`}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

/** Loads that stay where they are, each with its reason and the way to mend it. */
export function RefusedLoads({ refused }: { refused: RefusedRelease[] }) {
  if (refused.length === 0) return null;
  return (
    <ul className="max-h-60 overflow-y-auto rounded-md border text-sm">
      {refused.map(({ loadId, number, sentence }) => (
        <li key={loadId} className="grid gap-x-3 px-3 py-2 not-first:border-t sm:grid-cols-[96px_1fr]">
          {number === null ? (
            <span className="text-muted-foreground">Unknown</span>
          ) : (
            <Link
              href={`/loads/${loadId}#documents`}
              className="font-medium text-link tabular-nums hover:underline"
            >
              {number}
            </Link>
          )}
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

function summary(ready: number, refused: number): string {
  if (refused === 0) return "All of them have their documents.";
  if (ready === 0) return "None of them can be released yet.";
  return `${countOf(ready)} can be released; ${countOf(refused)} can't yet, for the reasons below.`;
}

function countOf(count: number): string {
  return count === 1 ? "1 load" : `${formatCount(count)} loads`;
}
