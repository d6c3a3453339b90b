/** Roles of a member. The first three may set the company up (R1). */
export const ROLES = ["admin", "partner_admin", "support", "member"] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_LABELS = {
  admin: "Admin",
  partner_admin: "Partner Admin",
  support: "Support",
  member: "Member",
} as const satisfies Record<Role, string>;

/** What a page, procedure or download may ask for. `billing` is the "Billing" permission, whatever the role. */
export const GATES = ["signed_in", "setup", "billing"] as const;

export type Gate = (typeof GATES)[number];

/** What the gates need to know of a member. */
export type Membership = { role: Role; billing: boolean };

const SETUP_ROLES: ReadonlySet<Role> = new Set(["admin", "partner_admin", "support"]);

const PASSES = {
  signed_in: () => true,
  setup: (member) => SETUP_ROLES.has(member.role),
  billing: (member) => member.billing,
} as const satisfies Record<Gate, (member: Membership) => boolean>;

/** True when the member may pass the gate: setup is a question of role, billing of permission (R1). */
export function mayPass(gate: Gate, member: Membership): boolean {
  return PASSES[gate](member);
}

/** What a person reads who comes by URL to something they may not do. */
export const GATE_REFUSALS = {
  signed_in: "Sign in to see this page.",
  setup: "Only an Admin, Partner Admin or Support user can change this. Ask one of them in your company.",
  billing: 'This needs the "Billing" permission. Ask an admin in your company to tick it for you.',
} as const satisfies Record<Gate, string>;

/** True when `value` names a gate. */
export function isGate(value: unknown): value is Gate {
  return GATES.some((gate) => gate === value);
}
