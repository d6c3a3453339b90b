"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
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
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";
import type { IntegrationSettings, SaveLoginResult } from "#server/integrations/schemas.ts";

const MEANINGS = {
  connected: "done",
  rejected: "failed",
  unreachable: "attention",
} as const satisfies Record<SaveLoginResult["kind"], string>;

/** Username and password of the client portal; Save tries them at OTR at once and says what it answered (R8). */
export function LoginDialog({ settings, onClose }: { settings: IntegrationSettings; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.integrations.saveLogin.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.integrations.pathFilter()),
    }),
  );
  const keeps = settings.login !== null && settings.login.status !== "disconnected";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    save.mutate({
      subsidiaryId: settings.subsidiaryId,
      username: String(fields.get("otr-username")),
      password: String(fields.get("otr-password")),
    });
  };
  const isDone = save.data?.kind === "connected";
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>OTR Solutions for {settings.subsidiaryName}</DialogTitle>
        <DialogDescription>The username and password of the OTR Solutions client portal.</DialogDescription>
        <form onSubmit={submit} className="grid gap-3" autoComplete="off">
          <div className="grid gap-1">
            <Label htmlFor="otr-username">Username</Label>
            <Input id="otr-username" name="otr-username" defaultValue={settings.login?.username} required />
          </div>
          <div className="grid gap-1">
            <Label htmlFor="otr-password">Password</Label>
            <Input
              id="otr-password"
              name="otr-password"
              type="password"
              autoComplete="new-password"
              required={!keeps}
              aria-describedby={keeps ? "otr-password-hint" : undefined}
            />
            {keeps && (
              <p id="otr-password-hint" className="text-muted-foreground text-sm">
                Leave it empty to keep the saved password.
              </p>
            )}
          </div>
          {save.data && <Alert meaning={MEANINGS[save.data.kind]}>{save.data.sentence}</Alert>}
          {save.error && <Alert meaning="failed">{save.error.message}</Alert>}
          <DialogFooter>
            <DialogClose asChild>
              <Button className="max-sm:h-10">{isDone ? "Close" : "Cancel"}</Button>
            </DialogClose>
            <Button type="submit" variant="primary" className="max-sm:h-10" disabled={save.isPending}>
              {save.isPending ? "Signing in at OTR" : "Save"}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
