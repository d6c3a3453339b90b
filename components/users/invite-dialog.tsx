"use client";

import { useMutation } from "@tanstack/react-query";
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
import { mayGrantBilling, USER_CHANGE_REFUSALS } from "#server/users/rules/user-changes.ts";
import type { InviteUser, People } from "#server/users/schemas.ts";
import { LinkOnce } from "./link-once.tsx";
import { RightsFields } from "./rights-fields.tsx";
import { useRefreshUsers } from "./use-refresh-users.ts";

const EMPTY: InviteUser = { email: "", name: "", role: "member", billing: false };

/** Asks whom to invite with which rights, then shows the link to hand over. */
export function InviteDialog({ you, onClose }: { you: People["you"]; onClose: () => void }) {
  const trpc = useTRPC();
  const [fields, setFields] = useState(EMPTY);
  const invite = useMutation(trpc.users.invite.mutationOptions({ onSettled: useRefreshUsers() }));
  const errors = invite.error?.data?.fieldErrors ?? {};
  const refusal = invite.error && Object.keys(errors).length === 0 ? invite.error.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!invite.isPending) invite.mutate(fields);
  };
  const inviteAnother = () => {
    invite.reset();
    setFields(EMPTY);
  };
  const set = (change: Partial<InviteUser>) => setFields({ ...fields, ...change });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{invite.data ? `${fields.name} is invited` : "Invite user"}</DialogTitle>
        <DialogDescription>
          {invite.data
            ? `${fields.email} joins by opening the link and setting a password.`
            : "You get a link to hand over. It can be used once, within 7 days."}
        </DialogDescription>
        {invite.data ? (
          <>
            <LinkOnce link={invite.data} recipient={fields.name} />
            <DialogFooter>
              <Button className="max-sm:h-10" onClick={inviteAnother}>
                Invite another
              </Button>
              <DialogClose asChild>
                <Button className="max-sm:h-10">Done</Button>
              </DialogClose>
            </DialogFooter>
          </>
        ) : (
          <form onSubmit={submit} noValidate aria-busy={invite.isPending} className="grid gap-4">
            <TextField
              id="invite-name"
              label="Name"
              value={fields.name}
              onChange={(name) => set({ name })}
              error={errors.name}
            />
            <TextField
              id="invite-email"
              label="E-mail"
              value={fields.email}
              onChange={(email) => set({ email })}
              error={errors.email}
            />
            <RightsFields
              by={you}
              rights={fields}
              onChange={set}
              billingRefusal={mayGrantBilling(you) ? undefined : USER_CHANGE_REFUSALS.billing_not_yours}
            />
            {refusal && <Alert meaning="failed">{refusal}</Alert>}
            <DialogFooter>
              <DialogClose asChild>
                <Button className="max-sm:h-10">Cancel</Button>
              </DialogClose>
              <Button
                type="submit"
                variant="primary"
                className="max-sm:h-10"
                aria-disabled={invite.isPending}
              >
                {invite.isPending ? "Making the link…" : "Invite"}
              </Button>
            </DialogFooter>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
