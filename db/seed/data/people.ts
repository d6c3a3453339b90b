import type { Role } from "#server/auth/rules/permissions.ts";

/** One password for every demo account. The accounts exist in demo data only. */
export const DEMO_PASSWORD = "on-time-freight";

export type PersonRow = {
  email: string;
  name: string;
  role: Role;
  billing: boolean;
  note: string;
};

/** One account per role and permission. */
export const SAMPLE_PEOPLE = {
  owner: {
    email: "owner@sample-hauling.test",
    name: "Marcus Oyelaran",
    role: "admin",
    billing: true,
    note: "Admin with Billing: sets everything up and submits batches.",
  },
  admin: {
    email: "admin@sample-hauling.test",
    name: "Dana Whitfield",
    role: "admin",
    billing: false,
    note: "Admin without Billing: sets up integrations, can't submit a batch.",
  },
  partner: {
    email: "partner@sample-hauling.test",
    name: "Priya Raman",
    role: "partner_admin",
    billing: false,
    note: "Partner Admin: sets up integrations and texts.",
  },
  support: {
    email: "support@sample-hauling.test",
    name: "Joel Lindqvist",
    role: "support",
    billing: false,
    note: "Support: sets up integrations and texts.",
  },
  biller: {
    email: "biller@sample-hauling.test",
    name: "Ruth Castellano",
    role: "member",
    billing: true,
    note: "Member with Billing: submits batches and syncs, can't edit the OTR login.",
  },
  dispatcher: {
    email: "dispatcher@sample-hauling.test",
    name: "Teo Brandt",
    role: "member",
    billing: false,
    note: "Member without Billing: loads, customers, documents and credit checks.",
  },
} as const satisfies Record<string, PersonRow>;

export const CEDAR_PEOPLE = {
  owner: {
    email: "owner@cedar-gap.test",
    name: "Hollis Garrett",
    role: "admin",
    billing: true,
    note: "Another company, Cedar Gap Freight: no OTR login saved and no USDOT number yet.",
  },
} as const satisfies Record<string, PersonRow>;
