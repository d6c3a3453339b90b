"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { ROLE_LABELS } from "#server/auth/rules/permissions.ts";
import { grantableRoles, mayHandOut } from "#server/users/rules/user-changes.ts";
import type { InvitationRow, People } from "#server/users/schemas.ts";
import { LinkOnce } from "./link-once.tsx";
import { useRefreshUsers } from "./use-refresh-users.ts";

type Props = { invitation: InvitationRow; you: People["you"]; onClose: () => void };

/** An open invitation: another link, or none any more. */
export function InvitationDialog({ invitation, you, onClose }: Props) {
  const trpc = useTRPC();
  const refresh = useRefreshUsers();
  const renew = useMutation(trpc.users.renewInvitation.mutationOptions({ onSettled: refresh }));
  const withdraw = useMutation(
    trpc.users.withdrawInvitation.mutationOptions({ onSettled: refresh, onSuccess: onClose }),
  );
  const { linkId, name, email, role, billing, expired, expiresAt, invitedBy } = invitation;
  const mayRenew = mayHandOut(you, invitation);
  const mayWithdraw = grantableRoles(you.role).includes(role);
  const error = renew.error ?? withdraw.error;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{name}</DialogTitle>
        <DialogDescription>
          {email} is invited as {ROLE_LABELS[role]}
          {billing && " with Billing"}
          {invitedBy && ` by ${invitedBy}`}. The link {expired ? "ended" : "can be used until"}{" "}
          <When at={expiresAt} />.
        </DialogDescription>
        {renew.data ? (
          <LinkOnce link={renew.data} recipient={name} />
        ) : (
          <p className="text-sm">
            {mayRenew
              ? "If the link was lost or has ended, make a new one. The earlier one stops working."
              : "This invitation gives more rights than you may give, so only an Admin makes its links."}
          </p>
        )}
        {error && <Alert meaning="failed">{error.message}</Alert>}
        <DialogFooter>
          {mayWithdraw && (
            <Button
              className="max-sm:h-10"
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate({ linkId })}
            >
              Withdraw invitation
            </Button>
          )}
          {mayRenew && !renew.data && (
            <Button
              variant="primary"
              className="max-sm:h-10"
              disabled={renew.isPending}
              onClick={() => renew.mutate({ linkId })}
            >
              Make a new link
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
