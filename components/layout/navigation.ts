import { type Gate, type Membership, mayPass } from "#server/auth/rules/permissions.ts";

export type NavLink = { label: string; href: string; gate: Gate };

export type NavGroup = { title: string; links: readonly NavLink[] };

/** The one table of pages, in the order and words people know them by. */
export const NAVIGATION = [
  {
    title: "Operations",
    links: [
      { label: "Home", href: "/", gate: "signed_in" },
      { label: "Loads", href: "/loads", gate: "signed_in" },
      { label: "Customers", href: "/customers", gate: "signed_in" },
    ],
  },
  {
    title: "Accounting",
    links: [{ label: "Factoring Upload", href: "/accounting/factoring-upload", gate: "billing" }],
  },
  { title: "Reports", links: [{ label: "Factoring", href: "/reports/factoring", gate: "billing" }] },
  {
    title: "Management",
    links: [
      { label: "Company Profile", href: "/management/company-profile", gate: "setup" },
      { label: "Integrations", href: "/management/integrations", gate: "setup" },
      { label: "Users", href: "/management/users", gate: "setup" },
      { label: "Audit", href: "/management/audit", gate: "setup" },
    ],
  },
] as const satisfies readonly NavGroup[];

/** What is made without going to its list first. */
const ACTIONS = [
  { label: "New load", href: "/loads/new", gate: "signed_in" },
  { label: "New customer", href: "/customers/new", gate: "signed_in" },
] as const satisfies readonly NavLink[];

/** The groups and pages that this member may open (R1). */
export function navigationFor(member: Membership): NavGroup[] {
  return NAVIGATION.map(({ title, links }) => ({
    title,
    links: links.filter((link) => mayPass(link.gate, member)),
  })).filter(({ links }) => links.length > 0);
}

/** What this member may make. */
export function actionsFor(member: Membership): NavLink[] {
  return ACTIONS.filter((action) => mayPass(action.gate, member));
}
