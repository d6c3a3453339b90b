"use client";

import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#components/ui/dialog.tsx";
import { refuseUserChange, USER_CHANGE_REFUSALS, type UserChange } from "#server/users/rules/user-changes.ts";
import type { People, UserRow } from "#server/users/schemas.ts";
import { UserAccess } from "./user-access.tsx";
import { UserPassword } from "./user-password.tsx";
import { UserRights } from "./user-rights.tsx";

type Props = { user: UserRow; people: People; onClose: () => void };

/** One user: rights, a way to a new password, and whether they may sign in; where something may not be changed, why. */
export function UserDialog({ user, people, onClose }: Props) {
  const { you, activeAdmins } = people;
  const refusalOf = (change: UserChange) => {
    const reason = refuseUserChange({ ...you, active: true }, user, change, activeAdmins);
    return reason && USER_CHANGE_REFUSALS[reason];
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{user.name}</DialogTitle>
        <DialogDescription>{user.email}</DialogDescription>
        <UserRights
          user={user}
          by={you}
          roleRefusal={refusalOf({ kind: "role", role: "member" })}
          billingRefusal={refusalOf({ kind: "billing", billing: !user.billing })}
        />
        <UserPassword user={user} refusal={refusalOf({ kind: "reset_password" })} />
        <UserAccess user={user} refusal={refusalOf({ kind: user.active ? "deactivate" : "reactivate" })} />
      </DialogContent>
    </Dialog>
  );
}
