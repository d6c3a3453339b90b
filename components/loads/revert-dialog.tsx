"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
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
import { TextField } from "#components/ui/text-field.tsx";
import { LOAD_STATUS_LABELS, type LoadStatus } from "#server/loads/rules/load-status.ts";
import { isReason, REASON_WANTED } from "#server/loads/rules/revert.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

type RevertDialogProps = { load: LoadDetails; onClose: () => void };

/** Asks where the load goes back to, says what that does, and why where the factor has its invoice (R17). */
export function RevertDialog({ load, onClose }: RevertDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // What the dialog was opened for: a load that others move meanwhile is not reverted from somewhere else.
  const [{ status: expected, revert: plan }] = useState(load);
  const [to, setTo] = useState<LoadStatus | undefined>(plan.targets[0]?.to);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const target = plan.targets.find((each) => each.to === to);
  const revert = useMutation(
    trpc.loads.revert.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "refused") return;
        queryClient.setQueryData(trpc.loads.get.queryKey({ loadId: load.id }), result.load);
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.loads.pathFilter()),
    }),
  );
  if (!target) return null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (revert.isPending) return;
    if (target.withdraws && !isReason(reason)) return setError(REASON_WANTED);
    revert.mutate({ loadId: load.id, expected, to: target.to, reason });
  };
  const refusal = revert.data?.kind === "refused" ? revert.data.sentence : revert.error?.message;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form onSubmit={onSubmit} noValidate className="grid gap-4">
          <DialogTitle>
            Revert load {load.number} from {LOAD_STATUS_LABELS[expected]}?
          </DialogTitle>
          {plan.targets.length > 1 && (
            <fieldset className="grid gap-1 text-sm">
              <legend className="pb-1 font-medium">Back to</legend>
              {plan.targets.map((each) => (
                <label key={each.to} className="flex h-8 items-center gap-2">
                  <input
                    type="radio"
                    name="revert-to"
                    className="accent-primary"
                    checked={each.to === to}
                    onChange={() => setTo(each.to)}
                  />
                  {LOAD_STATUS_LABELS[each.to]}
                </label>
              ))}
            </fieldset>
          )}
          <DialogDescription>{target.sentence}</DialogDescription>
          <TextField
            id="revert-reason"
            label={target.withdraws ? "Reason" : "Reason, if you like"}
            value={reason}
            onChange={(text) => {
              setReason(text);
              setError(undefined);
            }}
            error={error}
            hint="Stands in the history of the load."
          />
          {refusal && <Alert meaning="failed">{refusal}</Alert>}
          <DialogFooter>
            <DialogClose asChild>
              <Button className="max-sm:h-10">Keep it {LOAD_STATUS_LABELS[expected]}</Button>
            </DialogClose>
            <Button type="submit" variant="primary" className="max-sm:h-10" aria-disabled={revert.isPending}>
              Revert to {LOAD_STATUS_LABELS[target.to]}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
