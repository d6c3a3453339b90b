import type { Role } from "#server/auth/rules/permissions.ts";

/** Who is signed in, as the frame of every page shows it. */
export type Person = {
  name: string;
  email: string;
  role: Role;
  mayBill: boolean;
  maySetUp: boolean;
  company: { name: string; timeZone: string };
};
