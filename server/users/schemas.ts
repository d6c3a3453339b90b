import { z } from "zod";
import { ROLES, type Role } from "#server/auth/rules/permissions.ts";
import { type AccountLinkId, idSchema, type UserId } from "#server/kernel/ids.ts";
import type { AccountLinkKind } from "./rules/account-link.ts";

/** An e-mail address as it is kept: trimmed, lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long.")
  .pipe(z.email("Enter an e-mail address, like pat@carrier.com."));

/** A person's name. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1, "Enter the name.")
  .max(120, "The name may have at most 120 characters.");

export const inviteUserSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: z.enum(ROLES),
  billing: z.boolean(),
});

export type InviteUser = z.output<typeof inviteUserSchema>;

export const invitationIdSchema = z.object({ linkId: idSchema("link") });

export const userIdSchema = z.object({ userId: idSchema("user") });

export const setRoleSchema = userIdSchema.extend({ role: z.enum(ROLES) });

export const setBillingSchema = userIdSchema.extend({ billing: z.boolean() });

/** A one-time link as its maker sees it, this once. */
export type NewAccountLink = { url: string; expiresAt: string };

/** A one-time link as its holder sees it. */
export type OpenLink = {
  kind: AccountLinkKind;
  email: string;
  name: string;
  role: Role;
  billing: boolean;
  expiresAt: string;
  companyName: string;
  timeZone: string;
};

/** A user of the company. `lastSignInAt` null: never. */
export type UserRow = {
  userId: UserId;
  name: string;
  email: string;
  role: Role;
  billing: boolean;
  active: boolean;
  lastSignInAt: string | null;
};

/** Somebody who was invited and hasn't joined. `invitedBy` null: the command that made the company. */
export type InvitationRow = {
  linkId: AccountLinkId;
  name: string;
  email: string;
  role: Role;
  billing: boolean;
  expiresAt: string;
  expired: boolean;
  invitedBy: string | null;
};

/** Everybody in the company, and who looks at them: what may be changed follows from both. */
export type People = {
  you: { userId: UserId; role: Role; billing: boolean };
  users: UserRow[];
  invitations: InvitationRow[];
  activeAdmins: number;
};
