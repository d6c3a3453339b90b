import { type Membership, ROLES, type Role } from "#server/auth/rules/permissions.ts";
import type { UserId } from "#server/kernel/ids.ts";

/** A change to a user's rights or sign-in, as the Users page offers it (R3). */
export type UserChange =
  | { kind: "role"; role: Role }
  | { kind: "billing"; billing: boolean }
  | { kind: "deactivate" }
  | { kind: "reactivate" }
  | { kind: "reset_password" };

/** What the rule looks at. */
export type UserFacts = Membership & { userId: UserId; active: boolean };

/**
 * Who may hand out which role, and change whom: nobody more than they hold themselves. So a Partner Admin or
 * Support can neither make an Admin nor change one.
 */
const GRANTS = {
  admin: ROLES,
  partner_admin: ["partner_admin", "support", "member"],
  support: ["support", "member"],
  member: [],
} as const satisfies Record<Role, readonly Role[]>;

/** The roles that a user of this role may hand out. */
export function grantableRoles(role: Role): readonly Role[] {
  return GRANTS[role];
}

/** True for those who may tick Billing for others: an Admin, or who has it and may set the company up. */
export function mayGrantBilling({ role, billing }: Membership): boolean {
  return role === "admin" || (billing && GRANTS[role].length > 0);
}

/** True when the user may hand out all of these rights: by invitation, by activating again, by a link to sign in. */
export function mayHandOut(by: Membership, rights: Membership): boolean {
  return grantableRoles(by.role).includes(rights.role) && (!rights.billing || mayGrantBilling(by));
}

export const USER_CHANGE_REFUSALS = {
  own_role: "Nobody changes their own role. Ask another admin of your company.",
  own_billing: "Only an Admin ticks Billing for themselves. Ask an Admin of your company.",
  own_deactivation: "Nobody deactivates themselves. Ask another admin of your company.",
  own_password: "You change your own password on your account page.",
  above_you: "This user has a role above yours. Ask an Admin of your company.",
  role_above_you: "This role is above yours, so only an Admin can give it.",
  billing_not_yours:
    "You don't have Billing yourself, so only an Admin can give it, or give back access with it.",
  last_admin:
    "This is the last active Admin. Make another user an Admin first, so that nobody is locked out.",
  deactivated: "This user is deactivated. Reactivate them first.",
} as const satisfies Record<string, string>;

export type UserChangeRefusal = keyof typeof USER_CHANGE_REFUSALS;

/**
 * Why `by` may not make this change to `user`, or undefined when they may. `activeAdmins` counts the company's
 * active Admins, `user` among them if it is one: the last one stays.
 */
export function refuseUserChange(
  by: UserFacts,
  user: UserFacts,
  change: UserChange,
  activeAdmins: number,
): UserChangeRefusal | undefined {
  if (by.userId === user.userId) return refuseOwnChange(by, change);
  if (!grantableRoles(by.role).includes(user.role)) return "above_you";
  if (removesAdmin(user, change) && activeAdmins <= 1) return "last_admin";
  switch (change.kind) {
    case "role":
      return grantableRoles(by.role).includes(change.role) ? undefined : "role_above_you";
    case "billing":
      return change.billing && !mayGrantBilling(by) ? "billing_not_yours" : undefined;
    case "deactivate":
      return undefined;
    case "reactivate":
      return mayHandOut(by, user) ? undefined : "billing_not_yours";
    case "reset_password":
      if (!user.active) return "deactivated";
      return mayHandOut(by, user) ? undefined : "billing_not_yours";
  }
}

function refuseOwnChange({ role }: UserFacts, change: UserChange): UserChangeRefusal | undefined {
  switch (change.kind) {
    case "role":
      return "own_role";
    case "billing":
      return role === "admin" || !change.billing ? undefined : "own_billing";
    case "deactivate":
      return "own_deactivation";
    case "reactivate":
      return undefined;
    case "reset_password":
      return "own_password";
  }
}

function removesAdmin(user: UserFacts, change: UserChange): boolean {
  if (user.role !== "admin" || !user.active) return false;
  return change.kind === "deactivate" || (change.kind === "role" && change.role !== "admin");
}
