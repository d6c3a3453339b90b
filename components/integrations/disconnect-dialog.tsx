"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
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
import type { IntegrationSettings } from "#server/integrations/schemas.ts";

/** Asks before a subsidiary's login is put out of use. */
export function DisconnectDialog({
  settings,
  onClose,
}: {
  settings: IntegrationSettings;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const disconnect = useMutation(
    trpc.integrations.disconnect.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queryClient.invalidateQueries(trpc.integrations.pathFilter()),
    }),
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Disconnect OTR Solutions from {settings.subsidiaryName}?</DialogTitle>
        <DialogDescription>
          Submissions, credit checks and syncs of this subsidiary stop, and the saved password is forgotten.
          Batches and their history stay.
        </DialogDescription>
        {disconnect.error && <Alert meaning="failed">{disconnect.error.message}</Alert>}
        <DialogFooter>
          <DialogClose asChild>
            <Button className="max-sm:h-10">Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            className="max-sm:h-10"
            disabled={disconnect.isPending}
            onClick={() => disconnect.mutate({ subsidiaryId: settings.subsidiaryId })}
          >
            Disconnect
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
