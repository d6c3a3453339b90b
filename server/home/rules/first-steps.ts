import { type Gate, type Membership, mayPass } from "#server/auth/rules/permissions.ts";
import type { FirstStep } from "../schemas.ts";

/** What the company has already; each makes one step done. */
export type FirstFacts = {
  hasNotice: boolean;
  hasLogin: boolean;
  hasUsdot: boolean;
  hasFactoredBroker: boolean;
  hasLoad: boolean;
  hasQueuedLoad: boolean;
  hasBatch: boolean;
};

type Step = {
  done: keyof FirstFacts;
  title: string;
  why: string;
  gate: Gate;
  label: string;
  href: string;
  /** Another way to the same, as open as the first. */
  other?: { label: string; href: string };
  /** Whom those who may not are sent to. */
  ask: string;
};

const ADMIN = "An admin in your company does this.";

const STEPS: readonly Step[] = [
  {
    done: "hasUsdot",
    title: "Enter the USDOT number",
    why: "OTR needs it with every invoice.",
    gate: "setup",
    label: "Open subsidiaries",
    href: "/management/company-profile?tab=subsidiaries",
    ask: ADMIN,
  },
  {
    done: "hasNotice",
    title: "Add the Notice of Assignment",
    why: "It prints on every invoice and tells the broker to pay the factor.",
    gate: "setup",
    label: "Open Company Profile",
    href: "/management/company-profile",
    ask: ADMIN,
  },
  {
    done: "hasLogin",
    title: "Connect OTR Solutions",
    why: "With the username and password of the OTR client portal.",
    gate: "setup",
    label: "Open Integrations",
    href: "/management/integrations",
    ask: ADMIN,
  },
  {
    done: "hasFactoredBroker",
    title: "Add the brokers you factor",
    why: "Each with its MC number and Factoring as its invoicing method, one by one or imported from a CSV file.",
    gate: "signed_in",
    label: "Add a customer",
    href: "/customers/new",
    other: { label: "Import customers", href: "/import?kind=customers" },
    ask: "",
  },
  {
    done: "hasLoad",
    title: "Create or import loads",
    why: "One by one or from a CSV file of your TMS. The broker's credit is checked at OTR as soon as a load is there.",
    gate: "signed_in",
    label: "Create a load",
    href: "/loads/new",
    other: { label: "Import loads", href: "/import?kind=loads" },
    ask: "",
  },
  {
    done: "hasQueuedLoad",
    title: "Bring a delivered load to Queued",
    why: "Upload its rate confirmation and POD, release it, invoice it, and merge the documents.",
    gate: "signed_in",
    label: "Open Loads",
    href: "/loads",
    ask: "",
  },
  {
    done: "hasBatch",
    title: "Submit the first batch",
    why: "OTR gets the invoices with their documents, and Lading brings their status back.",
    gate: "billing",
    label: "Open Factoring Upload",
    href: "/accounting/factoring-upload",
    ask: 'This needs the "Billing" permission.',
  },
];

/** The way from an empty company to its first batch, ticked from what there is, worded for this reader. */
export function firstSteps(facts: FirstFacts, reader: Membership): FirstStep[] {
  return STEPS.map(({ done, title, why, gate, label, href, other, ask }) => {
    const may = mayPass(gate, reader);
    return {
      id: done,
      title,
      why: may ? why : `${why} ${ask}`,
      done: facts[done],
      link: may ? { label, href } : null,
      other: (may && other) || null,
    };
  });
}
