import { z } from "zod";
import type { Role } from "#server/auth/rules/permissions.ts";
import { type CompanyId, idSchema, type SessionId } from "#server/kernel/ids.ts";
import { personNameSchema } from "#server/users/schemas.ts";

export const renameSchema = z.object({ name: personNameSchema });

export const changePasswordSchema = z.object({
  current: z.string().min(1, "Enter your present password.").max(200, "This isn't your present password."),
  next: z.string().max(200, "Use at most 200 characters."),
});

export type ChangePassword = z.output<typeof changePasswordSchema>;

/** What became of a change of password; a refusal names the field it belongs to. */
export type PasswordChange =
  | { kind: "changed" }
  | { kind: "refused"; field: "current" | "next"; sentence: string };

export const sessionIdSchema = z.object({ sessionId: idSchema("session") });

/** A sign-in that still counts. `ip` null: the address is not known. */
export type OwnSession = {
  sessionId: SessionId;
  device: string;
  ip: string | null;
  startedAt: string;
  isThis: boolean;
};

export type Account = {
  name: string;
  email: string;
  role: Role;
  billing: boolean;
  /** The person's other companies, by name. */
  otherCompanies: { id: CompanyId; name: string }[];
};
