import type { CustomerId, LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { FailureFix } from "./failure-sentences.ts";

/** What the failed invoice belongs to. */
export type FailurePlaces = { customerId: CustomerId; loadId: LoadId; subsidiaryId: SubsidiaryId };

type Link = { label: string; href: string };

const LINKS = {
  customer_mc: ({ customerId }) => ({
    label: "Check the MC number",
    href: `/customers/${customerId}#mc-number`,
  }),
  customer: ({ customerId }) => ({ label: "Open the customer", href: `/customers/${customerId}` }),
  load: ({ loadId }) => ({ label: "Open the load", href: `/loads/${loadId}` }),
  load_documents: ({ loadId }) => ({ label: "Merge documents", href: `/loads/${loadId}#documents` }),
  integration: ({ subsidiaryId }) => ({
    label: "Open Integrations",
    href: `/management/integrations?subsidiary=${subsidiaryId}`,
  }),
  subsidiary: ({ subsidiaryId }) => ({
    label: "Open the subsidiary",
    href: `/management/company-profile?tab=subsidiaries&edit=${subsidiaryId}#usdot`,
  }),
  otr_portal: () => null,
  none: () => null,
} as const satisfies Record<FailureFix, (places: FailurePlaces) => Link | null>;

/** The page where a failure is mended; null where that is not a page of Lading (R36). */
export function failureLink(fix: FailureFix, places: FailurePlaces): Link | null {
  return LINKS[fix](places);
}
