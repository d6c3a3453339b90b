import type { Company } from "#server/kernel/company.ts";
import type { SessionId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { Membership } from "./rules/permissions.ts";

/** The signed-in person a request is made by: who, for which company, with which rights, from where. */
export type Actor = Membership & {
  userId: UserId;
  sessionId: SessionId;
  name: string;
  email: string;
  scope: CompanyScope;
  company: Company;
  ip: string | null;
};
